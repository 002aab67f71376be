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
  if (mail.kind === 'own') return ['unmatched', null].includes(before) ? 'other' : 'waiting';
  if (mail.kind === 'unparsed') return before === null ? 'unmatched' : 'to_answer';
  if (mail.isMatched && needsSomebody(mail)) return 'to_answer';
  return before ?? firstState(mail);
}

function needsSomebody({ kind, isPermanent }: MailThatCame): boolean {
  return ['reply', 'left_company', 'complaint'].includes(kind) || (kind === 'bounce' && isPermanent);
}

/** Where a conversation begins that asks nothing of anybody. */
function firstState({ kind, isMatched }: MailThatCame): ConversationState {
  if (!isMatched) return kind === 'reply' ? 'unmatched' : 'other';
  return kind === 'other' ? 'other' : 'waiting';
}
