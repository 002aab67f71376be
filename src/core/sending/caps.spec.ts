import { describe, expect, it } from '@jest/globals';
import { COURTESY_DEFAULTS, personFreeAt, siteFreeAt, weekAround } from './caps.js';
import { capOn } from './ramp.js';
import { nextSlot } from './slots.js';

const DAY = 24 * 3600_000;
const NOW = Date.UTC(2026, 10, 20, 10);
const ANNA = 'anna@news.example';
const BEN = 'ben@news.example';
const sent = (days: number, addressKey = ANNA) => ({ at: NOW - days * DAY, addressKey });
const daysFrom = (at: number | null) => (at === null ? null : (at - NOW) / DAY);

describe('first mails to one site', () => {
  it.each([
    ['none yet', [], null],
    ['one to the same person', [sent(2)], null],
    ['two to the same person: when the older is a week ago', [sent(1), sent(3)], 4],
    ['one to somebody else: when that is a week ago', [sent(2, BEN)], 5],
    ['eight days ago is forgotten', [sent(8, BEN), sent(8)], null],
    ['both reasons: the later end', [sent(5), sent(1, BEN)], 6],
  ])('%s', (_fact, mails, expected) => {
    expect(daysFrom(siteFreeAt(mails, ANNA, NOW, COURTESY_DEFAULTS))).toBe(expected);
  });

  it('more people where the workspace allows more', () => {
    const two = { ...COURTESY_DEFAULTS, sitePeoplePerWeek: 2, siteFirstMailsPerWeek: 9 };
    expect(siteFreeAt([sent(2, BEN)], ANNA, NOW, two)).toBeNull();
    expect(daysFrom(siteFreeAt([sent(2, BEN), sent(3, 'cis@news.example')], ANNA, NOW, two))).toBe(4);
  });
});

describe('mails to one person', () => {
  it.each([
    ['none today', [NOW - DAY], 1, null],
    ['one today: from tomorrow on', [NOW - 3600_000], 1, '2026-11-20T23:00:00.000Z'],
    ['one of two today', [NOW - 3600_000], 2, null],
    ['late yesterday was yesterday', [Date.UTC(2026, 10, 19, 22, 59)], 1, null],
    ['just after midnight was today', [Date.UTC(2026, 10, 19, 23, 0)], 1, '2026-11-20T23:00:00.000Z'],
  ])('%s', (_fact, mails, perDay, expected) => {
    const at = personFreeAt(mails, { now: NOW, zone: 'Europe/Amsterdam', perDay });
    expect(at === null ? null : new Date(at).toISOString()).toBe(expected);
  });
});

describe('a week', () => {
  it('is from Monday to Monday on the wall, an hour shorter when the clocks go forward', () => {
    const { from, until } = weekAround(Date.UTC(2026, 2, 29, 21), 'Europe/Amsterdam');
    expect(new Date(from).toISOString()).toBe('2026-03-22T23:00:00.000Z');
    expect((until - from) / 3600_000).toBe(7 * 24 - 1);
  });
});

describe('a mailbox that warms up', () => {
  const ramp = { capPerDay: 30, from: 5, step: 2, startedOn: '2026-11-20', workDays: [1, 2, 3, 4, 5] };
  it.each([
    ['its first day', '2026-11-20', 5],
    ['a Sunday adds nothing', '2026-11-22', 5],
    ['the next working day', '2026-11-23', 7],
    ['a week later', '2026-11-27', 15],
    ['never more than its cap', '2027-11-20', 30],
    ['before it began', '2026-11-01', 5],
  ])('%s: %s', (_fact, day, expected) => {
    expect(capOn(day, ramp)).toBe(expected);
  });

  it('sends its whole cap without a ramp, and no more than the first step before one has begun', () => {
    expect(capOn('2026-11-20', { ...ramp, from: null })).toBe(30);
    expect(capOn('2026-11-20', { ...ramp, startedOn: null })).toBe(5);
  });
});

describe('the next slot of a mailbox', () => {
  const gap = { gapSeconds: 90, jitterSeconds: 60 };

  it('is the same on every machine, and lies within the chance that is allowed', () => {
    const waits = Array.from(
      { length: 2000 },
      (_, n) => (nextSlot(NOW, gap, `id-${n}@x.example`) - NOW) / 1000,
    );
    expect(nextSlot(NOW, gap, 'id-1@x.example')).toBe(nextSlot(NOW, gap, 'id-1@x.example'));
    expect(Math.min(...waits)).toBe(90);
    expect(Math.max(...waits)).toBe(150);
    expect(new Set(waits).size).toBe(61);
  });

  it('is the gap itself where no chance is wanted', () => {
    expect(nextSlot(NOW, { ...gap, jitterSeconds: 0 }, 'a')).toBe(NOW + 90_000);
  });
});
