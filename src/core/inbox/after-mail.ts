import type { ConversationState, InboundKind } from './inbox.js';

/** What decides where a conversation stands after a mail. */
export interface MailThatCame {
  readonly kind: InboundKind;
  /** Whether it was brought to a pitch, a site or a person. */
  readonly isMatched: boolean;
  /** A bounce that says an address will not accept mail. */
  readonly isPermanent: boolean;
  /** What a person taught about the sender: it is no part of outreach. */
  readonly isIgnored: boolean;
}

/** Where a conversation stands once a mail has come in; `before` is null for a new one. An automatic answer is no answer (D252). */
export function stateAfterMail(before: ConversationState | null, mail: MailThatCame): ConversationState {
  if (mail.isIgnored) return before ?? 'other';
  if (mail.kind === 'own') return before === null || before === 'unmatched' ? 'other' : 'waiting';
  if (mail.kind === 'unparsed') return before === null ? 'unmatched' : 'to_answer';
  if (!mail.isMatched) return before ?? (mail.kind === 'reply' ? 'unmatched' : 'other');
  const needsSomebody =
    mail.kind === 'reply' ||
    mail.kind === 'left_company' ||
    mail.kind === 'complaint' ||
    (mail.kind === 'bounce' && mail.isPermanent);
  if (needsSomebody) return 'to_answer';
  return before ?? (mail.kind === 'other' ? 'other' : 'waiting');
}
