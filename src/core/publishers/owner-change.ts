/** How long a change of owner can be taken back, in milliseconds: for the moment after, not for a change of mind. */
const UNDO_MS = 10 * 60_000;

/** Until when a change of owner can be taken back, in epoch milliseconds. */
export function undoUntil(changedAt: number): number {
  return changedAt + UNDO_MS;
}

/** Whether a change of owner can still be taken back; both times in epoch milliseconds. */
export function isUndoable(changedAt: number, now: number): boolean {
  return now <= undoUntil(changedAt);
}
