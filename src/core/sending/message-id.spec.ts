import { createHmac } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { isMessageId, messageIdFrom, seedOfMail, seedOfStep } from './message-id.js';

const digest = (seed: string) => createHmac('sha256', 'key').update(seed).digest();
const step = { workspaceId: 'w', enrollmentId: 'e', stepNo: 2, generation: 1 };

it('base32 as RFC 4648 has it, 32 letters of it', () => {
  const bytes = Buffer.from('foobarfoobarfoobarfoobar');
  expect(messageIdFrom(bytes, 'a.example')).toBe('mzxw6ytbojtg633cmfzgm33pmjqxeztp@a.example');
});

it('the same step has the same name, any other step another', () => {
  const name = (changes: object) => messageIdFrom(digest(seedOfStep({ ...step, ...changes })), 'a.example');
  const names = [{}, { stepNo: 3 }, { generation: 2 }, { enrollmentId: 'f' }, { workspaceId: 'v' }].map(name);
  expect(name({})).toBe(names[0]);
  expect(new Set(names).size).toBe(names.length);
  expect(names.every(isMessageId)).toBe(true);
});

it('a mail by itself is named by its id', () => {
  expect(seedOfMail('w', 'i')).toBe('w|i');
});

it.each([
  ['plain', 'abc@a.example', true],
  ['with a literal', 'abc@[127.0.0.1]', true],
  ['with a line break', 'abc\r\nBcc: x@a.example', false],
  ['with brackets', '<abc@a.example>', false],
  ['two of them', 'a@b.example c@d.example', false],
  ['empty', '', false],
  ['beyond ASCII', 'ü@a.example', false],
  ['endless', `${'a'.repeat(300)}@a.example`, false],
])('a Message-ID %s', (_fact, text, is) => {
  expect(isMessageId(text)).toBe(is);
});
