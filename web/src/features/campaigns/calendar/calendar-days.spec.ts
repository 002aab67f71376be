import { describe, expect, it } from '@jest/globals';
import { dayAfter, mondayOf, monthBeside, weekOf, weeksOfMonth } from './calendar-days.js';

describe('weeks of a month', () => {
  it.each<[string, string, [first: string, count: number, last: string]]>([
    ['November 2026 begins on a Sunday and takes six weeks', '2026-11-20', ['2026-10-26', 6, '2026-12-06']],
    ['February 2027 begins on a Monday and takes four', '2027-02-14', ['2027-02-01', 4, '2027-02-28']],
    ['December reaches into the next year', '2026-12-31', ['2026-11-30', 5, '2027-01-03']],
  ])('%s', (_, day, expected) => {
    const weeks = weeksOfMonth(day);
    expect([weeks[0]?.[0], weeks.length, weeks.at(-1)?.[6]]).toEqual(expected);
  });
});

it.each([
  ['a Monday is its own', '2026-11-16', '2026-11-16'],
  ['a Sunday belongs to the week before', '2026-11-22', '2026-11-16'],
  ['the clock change of October does not matter', '2026-10-25', '2026-10-19'],
])('the Monday of a day: %s', (_, day, monday) => {
  expect(mondayOf(day)).toBe(monday);
  expect(weekOf(day)).toHaveLength(7);
});

it('months follow each other over the year', () => {
  expect(monthBeside('2026-12-31', 1)).toBe('2027-01-01');
  expect(monthBeside('2027-01-15', -1)).toBe('2026-12-01');
  expect(dayAfter('2026-12-31', 1)).toBe('2027-01-01');
});
