import { describe, expect, it } from '@jest/globals';
import { daysInStage, isStuck } from './standing.js';

const NOW = Date.parse('2026-11-20T09:00:00Z');
const AT = { now: NOW, today: '2026-11-20' };
const since = (days: number): number => NOW - days * 24 * 3600_000;

describe('isStuck', () => {
  const pitch = {
    isOpen: true,
    isPaused: false,
    stageSince: since(11),
    stuckAfterDays: 10,
    nextStepOn: null,
  };
  it.each<[string, Partial<Parameters<typeof isStuck>[0]>, boolean]>([
    ['eleven days without a step is stuck', {}, true],
    ['ten days are as many as the stage may take', { stageSince: since(10) }, false],
    ['an hour more is too long', { stageSince: since(10) - 3600_000 }, true],
    ['a stage nobody knows any more takes no time', { stuckAfterDays: 0, stageSince: since(0.1) }, true],
    ['a step that is past does not help', { nextStepOn: '2026-11-19' }, true],
    ['a step today keeps it moving', { nextStepOn: '2026-11-20' }, false],
    ['a paused pitch waits on purpose', { isPaused: true }, false],
    ['a closed pitch is done', { isOpen: false }, false],
  ])('%s', (_, changes, expected) => {
    expect(isStuck({ ...pitch, ...changes }, AT)).toBe(expected);
  });
});

describe('daysInStage', () => {
  it.each([
    ['the first day is none', since(0.9), 0],
    ['a day and a bit is one', since(1.1), 1],
    ['a clock that ran ahead is none', since(-2), 0],
  ])('%s', (_, at, days) => {
    expect(daysInStage(at, NOW)).toBe(days);
  });
});
