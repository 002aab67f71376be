const DAY_MS = 86_400_000;

/** Days for which a merge, a split or a rejoining can be undone. */
export const UNDO_DAYS = 30;

/** The moment until which what is done now can be undone. */
export function undoUntil(doneAt: Date): Date {
  return new Date(doneAt.getTime() + UNDO_DAYS * DAY_MS);
}

/** Whether it can still be undone: not undone before, and not too late. */
export function mayBeUndone(act: { undoUntil: Date; undoneAt: Date | null }, at: Date): boolean {
  return act.undoneAt === null && at.getTime() < act.undoUntil.getTime();
}
