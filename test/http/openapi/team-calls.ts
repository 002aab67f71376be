import type { Day } from './day.js';

/** A manager's look at the month, and somebody's look at the day. */
export async function teamCalls(day: Day): Promise<void> {
  await day.ask('GET /team/overview', [], {}, '?month=2026-11');
  await day.ask('GET /my-day');
  await day.ask('GET /deliverability', [], {}, '?groupBy=template');
}
