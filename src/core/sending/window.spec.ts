import { describe, expect, it } from '@jest/globals';
import { addWorkingDays, firstMomentIn, localDay, type MailWindow, momentOf } from './window.js';

const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

describe('the moment of a time on the wall', () => {
  it.each<[string, string, string, string, string]>([
    [
      'an hour that is skipped opens after the gap',
      '2026-03-29',
      '02:30',
      'Europe/Berlin',
      '2026-03-29T01:00:00.000Z',
    ],
    [
      'of an hour that comes twice the first counts',
      '2026-10-25',
      '02:30',
      'Europe/Berlin',
      '2026-10-25T00:30:00.000Z',
    ],
    [
      'the hour after it is an hour later',
      '2026-10-25',
      '03:00',
      'Europe/Berlin',
      '2026-10-25T02:00:00.000Z',
    ],
    ['a gap at midnight', '2026-04-24', '00:00', 'Africa/Cairo', '2026-04-23T22:00:00.000Z'],
    ['a gap of half an hour', '2026-10-04', '02:15', 'Australia/Lord_Howe', '2026-10-03T15:30:00.000Z'],
    [
      'half an hour that comes twice',
      '2026-04-05',
      '01:45',
      'Australia/Lord_Howe',
      '2026-04-04T14:45:00.000Z',
    ],
    ['the end of a day', '2026-11-20', '24:00', 'Asia/Kolkata', '2026-11-20T18:30:00.000Z'],
    ['a zone nobody knows is UTC', '2026-11-20', '09:00', 'Mars/Olympus', '2026-11-20T09:00:00.000Z'],
    ['a day that a country left out', '2011-12-30', '12:00', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
  ])('%s', (_fact, ...[day, time, zone, expected]) => {
    expect(iso(momentOf(day, time, zone))).toBe(expected);
  });
});

const BERLIN: MailWindow = { zone: 'Europe/Berlin', from: '09:00', until: '17:00', days: [1, 2, 3, 4, 5] };
const NEW_YORK: MailWindow = { ...BERLIN, zone: 'America/New_York' };
const APIA: MailWindow = { ...BERLIN, zone: 'Pacific/Apia', from: '09:00', until: '10:00' };
const AT_TWO: MailWindow = { zone: 'Europe/Berlin', from: '02:00', until: '02:45', days: EVERY_DAY };

describe('the first moment in all windows', () => {
  it.each<[string, MailWindow[], string, string | null]>([
    ['inside: now', [BERLIN], '2026-11-20T10:00:00Z', '2026-11-20T10:00:00.000Z'],
    ['the window is open at its first moment', [BERLIN], '2026-11-20T08:00:00Z', '2026-11-20T08:00:00.000Z'],
    ['and shut at its last', [BERLIN], '2026-11-20T16:00:00Z', '2026-11-23T08:00:00.000Z'],
    ['Saturday waits for Monday', [BERLIN], '2026-11-21T10:00:00Z', '2026-11-23T08:00:00.000Z'],
    ['both sides of the sea', [BERLIN, NEW_YORK], '2026-11-20T08:30:00Z', '2026-11-20T14:00:00.000Z'],
    ['windows that never meet', [BERLIN, APIA], '2026-11-20T08:30:00Z', null],
    ['no windows: now', [], '2026-11-21T10:00:00Z', '2026-11-21T10:00:00.000Z'],
    ['a window that shuts before it opens', [{ ...BERLIN, until: '08:00' }], '2026-11-20T08:30:00Z', null],
    ['a window without days', [{ ...BERLIN, days: [] }], '2026-11-20T08:30:00Z', null],
    [
      'a window that is wholly skipped: the next day',
      [AT_TWO],
      '2026-03-29T00:50:00Z',
      '2026-03-30T00:00:00.000Z',
    ],
    ['the second occurrence is shut', [AT_TWO], '2026-10-25T01:10:00Z', '2026-10-26T01:00:00.000Z'],
  ])('%s', (_fact, windows, from, expected) => {
    expect(iso(firstMomentIn(windows, Date.parse(from)))).toBe(expected);
  });
});

describe('working days', () => {
  it.each<[string, string, number, number[], string]>([
    ['none: the day itself', '2026-11-20', 0, [1, 2, 3, 4, 5], '2026-11-20'],
    ['over a weekend', '2026-11-20', 4, [1, 2, 3, 4, 5], '2026-11-26'],
    ['from a Saturday', '2026-11-21', 1, [1, 2, 3, 4, 5], '2026-11-23'],
    ['Sundays alone', '2026-11-20', 2, [7], '2026-11-29'],
    ['without named days all count', '2026-11-20', 3, [], '2026-11-23'],
  ])('%s', (_fact, ...[day, count, days, expected]) => {
    expect(addWorkingDays(day, count, days)).toBe(expected);
  });
});

describe('the day on the wall', () => {
  it.each([
    ['Asia/Kolkata', '2026-11-20T18:29:59Z', '2026-11-20'],
    ['Asia/Kolkata', '2026-11-20T18:30:00Z', '2026-11-21'],
    ['Pacific/Apia', '2011-12-30T09:59:59Z', '2011-12-29'],
    ['Pacific/Apia', '2011-12-30T10:00:00Z', '2011-12-31'],
  ])('%s at %s: %s', (zone, at, day) => {
    expect(localDay(Date.parse(at), zone)).toBe(day);
  });
});
