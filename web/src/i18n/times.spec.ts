import { describe, expect, it } from '@jest/globals';
import { countInWords, dayInWords, exactTime, relativeTime } from './times.js';

const NOW = new Date('2026-11-20T10:00:00Z');
const EN = { locale: 'en', timeZone: 'Europe/Amsterdam' } as const;
const NL = { locale: 'nl', timeZone: 'Europe/Amsterdam' } as const;

describe('relativeTime', () => {
  it.each<[string, string, string, string]>([
    ['half a minute is now', '2026-11-20T09:59:40Z', 'now', 'nu'],
    ['minutes are whole', '2026-11-20T09:18:10Z', '41 min ago', '41 min. geleden'],
    ['hours', '2026-11-20T07:30:00Z', '2 hr ago', '2 uur geleden'],
    ['to come', '2026-11-21T08:00:00Z', 'in 22 hr', 'over 22 uur'],
    ['a day has its word', '2026-11-19T09:00:00Z', 'yesterday', 'gisteren'],
    ['from a week on the day itself', '2026-11-28T10:00:00Z', '28 Nov', '28 nov'],
    ['another year is named', '2025-11-28T10:00:00Z', '28 Nov 2025', '28 nov 2025'],
  ])('%s', (_, at, english, dutch) => {
    expect(relativeTime(new Date(at), NOW, EN)).toBe(english);
    expect(relativeTime(new Date(at), NOW, NL)).toBe(dutch);
  });
});

describe('exact times and days', () => {
  it("an exact time is in the workspace's zone", () => {
    expect(exactTime(NOW, EN)).toContain('11:00:00');
  });

  it('a calendar day is shifted by no zone', () => {
    expect(dayInWords('2026-11-28', { locale: 'en' })).toBe('28 Nov 2026');
  });

  it('a count that was cut off says so', () => {
    expect(countInWords(10_000, false, { locale: 'en' })).toBe('10,000+');
    expect(countInWords(10_000, true, { locale: 'nl' })).toBe('10.000');
  });
});
