import { describe, expect, it } from '@jest/globals';
import { addDays, daysIn } from './mail-days.js';

const TODAY = '2026-11-20';

describe('the days a text names', () => {
  it.each([
    ['back on 2026-12-01', ['2026-12-01']],
    ['on 5 January', ['2027-01-05']],
    ['on the 5th of January 2027', ['2027-01-05']],
    ['December 12, 2026', ['2026-12-12']],
    ['from Nov. 24th to Dec. 1st', ['2026-11-24', '2026-12-01']],
    ['vanaf 3 mrt', ['2027-03-03']],
    ['tot en met 31 december', ['2026-12-31']],
    ['op 31-12-2026', ['2026-12-31']],
    ['on 12/31/2026', ['2026-12-31']],
    ['on 03/04/2027, which may be two days', []],
    ['on 31 February', []],
    ['next Monday', ['2026-11-23']],
    ['aanstaande maandag', ['2026-11-23']],
    ['on Friday, the weekday of today', ['2026-11-27']],
    ['tomorrow', ['2026-11-21']],
    ['on 1 November, which has just passed', []],
    ['Monday 30 November', ['2026-11-30']],
    ['may be, or not', []],
    ['version 1.2.3', []],
  ])('%s', (text, days) => {
    expect(daysIn(text, TODAY).map(({ day }) => day)).toEqual(days);
  });

  it('without the day of the mail are the whole ones only', () => {
    expect(daysIn('on Monday, 5 January or 2027-01-05', null).map(({ day }) => day)).toEqual(['2027-01-05']);
  });

  it('move over the end of a year', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  });
});
