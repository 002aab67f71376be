import { describe, expect, it } from '@jest/globals';
import { type MailThatCame, stateAfterMail } from './after-mail.js';
import { CONVERSATION_STATES, type ConversationState, INBOUND_KINDS, type InboundKind } from './inbox.js';

const mail = (kind: InboundKind, changes: Partial<MailThatCame> = {}): MailThatCame => ({
  kind,
  isMatched: true,
  isPermanent: false,
  isIgnored: false,
  ...changes,
});
const STRANGER = { isMatched: false };

describe('where a conversation stands after a mail', () => {
  it.each<[string, ConversationState | null, MailThatCame, ConversationState]>([
    ['a reply is for us to answer', 'waiting', mail('reply'), 'to_answer'],
    ['a reply opens again what was done', 'done', mail('reply'), 'to_answer'],
    ['a reply of a stranger waits to be matched', null, mail('reply', STRANGER), 'unmatched'],
    ['another mail of a stranger does not', null, mail('bounce', STRANGER), 'other'],
    ['an automatic answer is no answer', 'waiting', mail('auto_reply'), 'waiting'],
    ['an automatic answer leaves what is done', 'done', mail('auto_reply'), 'done'],
    ['an automatic answer begins as waiting', null, mail('auto_reply'), 'waiting'],
    ['somebody who left is for us', 'waiting', mail('left_company'), 'to_answer'],
    ['a complaint is for us', 'done', mail('complaint'), 'to_answer'],
    ['a bounce for good is for us', 'waiting', mail('bounce', { isPermanent: true }), 'to_answer'],
    ['a bounce for now is not', 'waiting', mail('bounce'), 'waiting'],
    ['an unsubscription is done with', 'waiting', mail('unsubscribe'), 'waiting'],
    ['a newsletter of somebody known begins apart', null, mail('other'), 'other'],
    ['our own answer makes it their turn', 'to_answer', mail('own'), 'waiting'],
    ['our own mail to nobody known is no outreach', null, mail('own'), 'other'],
    ['our own answer to a stranger takes it away', 'unmatched', mail('own'), 'other'],
    ['what nobody could read is for us', 'waiting', mail('unparsed'), 'to_answer'],
    ['what nobody could read of a stranger is to be matched', null, mail('unparsed'), 'unmatched'],
    ['a sender taught to be left out changes nothing', 'done', mail('reply', { isIgnored: true }), 'done'],
    ['a sender taught to be left out begins apart', null, mail('reply', { isIgnored: true }), 'other'],
  ])('%s', (_, before, came, after) => {
    expect(stateAfterMail(before, came)).toBe(after);
  });

  it('a matched reply is never put aside, wherever it stood', () => {
    for (const before of [null, ...CONVERSATION_STATES])
      expect(stateAfterMail(before, mail('reply'))).toBe('to_answer');
  });

  it('no mail makes a known conversation unmatched', () => {
    for (const kind of INBOUND_KINDS)
      for (const before of ['to_answer', 'waiting', 'done', 'other'] as const)
        for (const isMatched of [true, false])
          expect(stateAfterMail(before, mail(kind, { isMatched }))).not.toBe('unmatched');
  });
});
