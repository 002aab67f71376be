import { describe, expect, it } from '@jest/globals';
import { threadPlace, threadSubject } from './thread.js';

const sent = [
  { messageId: 'a@agency.example', subject: 'Kilns' },
  { messageId: 'b@agency.example', subject: 'Re: Kilns' },
];

describe('a mail in a thread', () => {
  it('answers the last mail that left and refers to all', () => {
    expect(threadPlace(sent, true)).toEqual({
      inReplyTo: 'b@agency.example',
      references: ['a@agency.example', 'b@agency.example'],
    });
  });

  it.each([
    ['stands alone where nothing left', [], true],
    ['stands alone where it is to', sent, false],
  ])('%s', (_, mails, inThread) => {
    expect(threadPlace(mails, inThread)).toEqual({ inReplyTo: null, references: [] });
  });

  it.each([
    ['has the subject of the first, marked once', 'Own', 'Kilns', true, 'Re: Kilns'],
    ['is not marked twice', 'Own', 'Re: Kilns', true, 'Re: Kilns'],
    ['has its own subject apart', 'Own', 'Kilns', false, 'Own'],
    ['has its own subject where it is the first', 'Own', null, true, 'Own'],
    ['has no line breaks in it', 'Own\r\nBcc: x@evil.example', null, false, 'Own Bcc: x@evil.example'],
  ])('%s', (...[, own, first, inThread, subject]) => {
    expect(threadSubject(own, first, inThread)).toBe(subject);
  });
});
