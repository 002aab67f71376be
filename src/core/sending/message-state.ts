/** What becomes of a mail on its way out. Only `in_doubt` and `unknown` mean that nobody is sure. */
export const MESSAGE_STATES = [
  'ready',
  'claimed',
  'in_doubt',
  'sent',
  'failed',
  'deferred',
  'cancelled',
  'unknown',
] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

/** A step of a sequence, an answer in a thread, or a mail written by itself. */
export const OUTBOUND_KINDS = ['sequence', 'reply', 'single'] as const;
export type OutboundKind = (typeof OUTBOUND_KINDS)[number];

/**
 * Which state may follow which. `ready` and `deferred` wait for their time; `claimed` means no byte of the mail has left, so a dead
 * sender's claim goes back; `in_doubt` may have been accepted by the server and is left by an answer, by evidence or by a person alone.
 */
const NEXT: Readonly<Record<MessageState, readonly MessageState[]>> = {
  ready: ['claimed', 'cancelled'],
  deferred: ['claimed', 'cancelled', 'ready'],
  claimed: ['in_doubt', 'ready', 'deferred', 'failed', 'cancelled', 'sent'],
  in_doubt: ['sent', 'failed', 'deferred', 'ready', 'unknown'],
  unknown: ['sent', 'ready'],
  sent: [],
  failed: ['ready'],
  cancelled: [],
};

/** Whether a mail may go from one state to another. `claimed` to `sent` is for the built-in catcher alone, which asks no server. */
export function mayBecome(from: MessageState, to: MessageState): boolean {
  return NEXT[from].includes(to);
}

/** Whether a mail can still be stopped: nobody has asked a server to take it. */
export function isStoppable(state: MessageState): boolean {
  return state === 'ready' || state === 'deferred' || state === 'claimed';
}
