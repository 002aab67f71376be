/** How a task's day stands to today. */
export const DUE_STATES = ['overdue', 'today', 'soon', 'later', 'none'] as const;
export type DueState = (typeof DUE_STATES)[number];

/** Days ahead that still count as soon. */
const SOON_DAYS = 7;
const DAY_MS = 86_400_000;

/** Days from today to the day something is due, negative when it is past; both as YYYY-MM-DD. */
export function daysUntil(dueOn: string, today: string): number {
  return Math.round((Date.parse(dueOn) - Date.parse(today)) / DAY_MS);
}

/** How a day stands to today, both as YYYY-MM-DD in the workspace's zone: overdue, today, within a week, later, or no day at all. */
export function dueState(dueOn: string | null, today: string): DueState {
  if (dueOn === null) return 'none';
  const days = daysUntil(dueOn, today);
  if (days < 0) return 'overdue';
  if (days === 0) return 'today';
  return days <= SOON_DAYS ? 'soon' : 'later';
}
