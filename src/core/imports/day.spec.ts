import { describe, expect, it } from '@jest/globals';
import { readDay } from './day.js';

describe('readDay', () => {
  it.each([
    ['2026-11-20', '2026-11-20'],
    ['2026/1/2', '2026-01-02'],
    ['2026-11-20 14:05:00', '2026-11-20'],
    ['2026-11-20T14:05:00Z', '2026-11-20'],
    ['20-11-2026', '2026-11-20'],
    ['3.4.2026', '2026-04-03'],
    ['20/11/2026', '2026-11-20'],
    ['11/20/2026', '2026-11-20'],
    ['5/5/2026', '2026-05-05'],
    [' 29-02-2028 ', '2028-02-29'],
  ])('%s is one day', (text, day) => {
    expect(readDay(text)).toEqual({ ok: true, day });
  });

  it.each([
    ['3/4/2026', 'ambiguous'],
    ['29-02-2026', 'unreadable'],
    ['31.04.2026', 'unreadable'],
    ['2026-13-01', 'unreadable'],
    ['13/13/2026', 'unreadable'],
    ['20-11/2026', 'unreadable'],
    ['20-11-26', 'unreadable'],
    ['soon', 'unreadable'],
    ['', 'unreadable'],
  ])('%s is %s', (text, why) => {
    expect(readDay(text)).toEqual({ ok: false, why });
  });
});
