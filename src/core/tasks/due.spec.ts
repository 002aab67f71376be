import { describe, expect, it } from '@jest/globals';
import { type DueState, daysUntil, dueState } from './due.js';

describe('the day a task is due', () => {
  it.each<[string, string | null, string, DueState]>([
    ['yesterday is overdue', '2026-11-19', '2026-11-20', 'overdue'],
    ['today is today', '2026-11-20', '2026-11-20', 'today'],
    ['tomorrow is soon', '2026-11-21', '2026-11-20', 'soon'],
    ['a week ahead is soon', '2026-11-27', '2026-11-20', 'soon'],
    ['eight days ahead is later', '2026-11-28', '2026-11-20', 'later'],
    ['the new year is as near as any day', '2027-01-01', '2026-12-31', 'soon'],
    ['no day is none', null, '2026-11-20', 'none'],
  ])('%s', (_, dueOn, today, state) => {
    expect(dueState(dueOn, today)).toBe(state);
  });

  it.each<[string, string, string, number]>([
    ['the same day', '2026-11-20', '2026-11-20', 0],
    ['over the end of summer time', '2026-10-26', '2026-10-24', 2],
    ['over a leap day', '2028-03-01', '2028-02-28', 2],
    ['a year back', '2025-11-20', '2026-11-20', -365],
  ])('is counted in days: %s', (_, dueOn, today, days) => {
    expect(daysUntil(dueOn, today)).toBe(days);
  });
});
