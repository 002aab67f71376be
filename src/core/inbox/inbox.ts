/** Where a conversation stands: `other` is mail that is no part of outreach, kept where it can be found. */
export const CONVERSATION_STATES = ['to_answer', 'waiting', 'unmatched', 'other', 'done'] as const;
export type ConversationState = (typeof CONVERSATION_STATES)[number];

/** What a mail that came in was taken for; `own` is the team's own mail, `unparsed` one that could not be read. */
export const INBOUND_KINDS = [
  'reply',
  'auto_reply',
  'left_company',
  'bounce',
  'complaint',
  'unsubscribe',
  'own',
  'other',
  'unparsed',
] as const;
export type InboundKind = (typeof INBOUND_KINDS)[number];

/** What a person may say a mail is. */
export const CORRECTED_KINDS = [
  'reply',
  'auto_reply',
  'left_company',
  'bounce',
  'complaint',
  'unsubscribe',
  'other',
] as const;
export type CorrectedKind = (typeof CORRECTED_KINDS)[number];

/**
 * By what a mail was brought to its conversation, the surest first (D232): the original a report returns, the thread, the address it was sent
 * to, the address a report names, its sender and subject, its sender alone, and what a person taught. `by_hand` is a person's word.
 */
export const MATCH_RULES = [
  'returned_original',
  'references',
  'plus_address',
  'failed_recipient',
  'sender_and_subject',
  'sender',
  'taught',
  'by_hand',
  'none',
] as const;
export type MatchRule = (typeof MATCH_RULES)[number];

/** What became of the words that look like terms. */
export const TERMS_STATES = ['none', 'offered', 'recorded', 'dismissed'] as const;
export type TermsState = (typeof TERMS_STATES)[number];
