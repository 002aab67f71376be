import { expect, it } from '@jest/globals';
import { afterCopyLook, type CopyStanding, type DoubtFacts, isCopyAwaited, judgeDoubt } from './doubt.js';

const facts: DoubtFacts = { isAnswered: false, isNamed: false, isInSent: false, isProven: true, looks: 2 };

it.each<[string, Partial<DoubtFacts>, object]>([
  ['the answer was kept', { isAnswered: true, isInSent: null }, { kind: 'sent', by: 'reply' }],
  ['a bounce names it', { isNamed: true, looks: 0 }, { kind: 'sent', by: 'inbound' }],
  ['it lies in Sent', { isInSent: true, looks: 0 }, { kind: 'sent', by: 'sent_folder' }],
  ['it lies in Sent of a mailbox without proof', { isInSent: true, isProven: false }, { kind: 'sent' }],
  ['nobody could look', { isInSent: null, looks: 5 }, { kind: 'look_again' }],
  ['one look found nothing', { looks: 1 }, { kind: 'look_again' }],
  ['two looks found nothing where copies are proven', {}, { kind: 'not_sent' }],
  ['two looks found nothing where they are not', { isProven: false }, { kind: 'unknown' }],
])('%s', (_fact, changes, answer) => {
  expect(judgeDoubt({ ...facts, ...changes })).toMatchObject(answer);
});

it('twenty copies in a row prove a server, one that is missing unproves it, and what we append proves nothing', () => {
  let standing = { sentCopy: 'unknown' as const, seen: 0 } as Parameters<typeof afterCopyLook>[0];
  for (let found = 0; found < 19; found += 1) standing = afterCopyLook(standing, true, 20);
  expect(standing).toEqual({ sentCopy: 'unknown', seen: 19 });
  standing = afterCopyLook(standing, true, 20);
  expect(standing).toEqual({ sentCopy: 'by_server', seen: 20 });
  standing = afterCopyLook(standing, false, 20);
  expect(standing).toEqual({ sentCopy: 'by_us', seen: 0 });
  expect(afterCopyLook(standing, true, 20)).toEqual({ sentCopy: 'by_us', seen: 0 });
});

it.each<[string, CopyStanding, number, boolean]>([
  ['a server that has kept copies, a minute ago', { sentCopy: 'by_server', seen: 20 }, 1, true],
  ['a server that has kept one copy, a minute ago', { sentCopy: 'unknown', seen: 1 }, 1, true],
  ['a server that has kept copies, ten minutes ago', { sentCopy: 'by_server', seen: 20 }, 10, false],
  ['nothing known of the server', { sentCopy: 'unknown', seen: 0 }, 1, false],
  ['a server that keeps none', { sentCopy: 'by_us', seen: 0 }, 1, false],
])('waits for the copy of %s: %j', (_fact, standing, minutes, expected) => {
  expect(isCopyAwaited(standing, minutes * 60_000)).toBe(expected);
});
