import { describe, expect, it } from '@jest/globals';
import { daysInMonth, isCalendarDay } from './calendar-day.js';

describe('the days of a month', () => {
  it.each([
    [2026, 1, 31],
    [2026, 2, 28],
    [2024, 2, 29],
    [1900, 2, 28],
    [2000, 2, 29],
    [2026, 4, 30],
    [2026, 0, 0],
    [2026, 13, 0],
  ])('%s, month %s: %s', (year, month, days) => {
    expect(daysInMonth(year, month)).toBe(days);
  });
});

describe('a day of the calendar', () => {
  it.each([
    ['2026-11-20', true],
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['2026-02-31', false],
    ['2026-13-01', false],
    ['2026-00-10', false],
    ['2026-01-00', false],
    ['0999-01-01', false],
    ['2026-1-1', false],
    ['2026-11-20T00:00:00Z', false],
    ['', false],
  ])('%s: %s', (text, expected) => {
    expect(isCalendarDay(text)).toBe(expected);
  });
});
