import type { MatchRule } from '../../../core/inbox/inbox.js';

/** By what a mail was brought to its conversation, in words. */
export const matchRules: Readonly<Record<MatchRule, string>> = {
  returned_original: 'It returns a mail of ours.',
  references: 'It answers a mail of this conversation.',
  plus_address: 'It was sent to the address that stands for one mail of ours.',
  failed_recipient: 'It speaks of an address we wrote to last.',
  sender_and_subject: 'Its sender got a mail of ours under the same subject.',
  sender: 'Its sender got a mail of ours lately.',
  taught: 'A colleague has shown where mail of this sender belongs.',
  by_hand: 'A colleague has matched it.',
  none: 'Nothing tells where it belongs.',
};
