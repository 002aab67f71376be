/**
 * What becomes of a mail on its way out. `ready` and `deferred` wait for their time; `claimed` means that no byte of it has left, so a dead
 * sender's claim goes back; `in_doubt` may have been accepted by the server and is left by an answer, by evidence or by a person alone, and
 * `unknown` by a person alone.
 */
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

/** Whether a mail can still be stopped: nobody has asked a server to take it. */
export function isStoppable(state: MessageState): boolean {
  return state === 'ready' || state === 'deferred' || state === 'claimed';
}
