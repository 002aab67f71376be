import { beforeAll, describe, expect, it } from '@jest/globals';
import { LIVE_COUNT_STATES } from '../../src/core/placements/placement.js';
import { remember } from '../../src/core/verifier/memory.js';
import {
  freshMemory,
  type PlacementMemory,
  type StateChange,
} from '../../src/core/verifier/placement-memory.js';
import { nextCheck } from '../../src/core/verifier/schedule.js';
import { DAY, HOUR, judged, START } from '../builders/memory.js';
import { chance } from './chance.js';
import { drawFate, drawKinds, type Fate, type Kind, reallyStands, visit, YEAR } from './world.js';

const PLACEMENTS = 2000;
const SEED = 20261120;

interface Story {
  readonly fate: Fate;
  readonly memory: PlacementMemory;
  readonly told: readonly StateChange[];
  /** When the first check failed to find what really was gone. */
  readonly firstAbsentAt: number | null;
  readonly checks: number;
}

/** Lives through one placement's year: visit, remember, look up the next time, go there. */
function liveThrough(fate: Fate, random: () => number): Story {
  let memory = freshMemory(START, 'added');
  const told: StateChange[] = [];
  let firstAbsentAt: number | null = null;
  let checks = 0;
  for (let at = START; at < START + YEAR; ) {
    const seen = visit(fate, at, random);
    const step = remember(memory, judged(seen), { at, targetFailing: false });
    memory = step.memory;
    checks += 1;
    if (step.change !== null) told.push(step.change);
    if (seen === 'absent' && fate.removedAt !== null && at >= fate.removedAt) firstAbsentAt ??= at;
    const next = nextCheck(memory, { now: at, compensated: fate.compensated, jitter: random() });
    at = next === null ? Number.POSITIVE_INFINITY : Math.max(next.at, at + 1);
  }
  return { fate, memory, told, firstAbsentAt, checks };
}

describe('a year of 2,000 placements', () => {
  let stories: Story[] = [];
  const of = (...kinds: Kind[]) => stories.filter(({ fate }) => kinds.includes(fate.kind));
  const kindsTold = (story: Story) => story.told.map(({ kind }) => kind);

  beforeAll(() => {
    const random = chance(SEED);
    stories = drawKinds(PLACEMENTS).map((kind) => liveThrough(drawFate(kind, random), random));
  });

  it('no placement is called removed while its link stands', () => {
    const wrong = stories.flatMap(({ fate, told }) =>
      told.filter(({ kind, at }) => kind === 'lost' && reallyStands(fate, at)).map(() => fate.kind),
    );
    expect(stories).toHaveLength(PLACEMENTS);
    expect(wrong).toEqual([]);
  });

  it('every removal is told once, within 72 hours of the first check that failed', () => {
    const late = of('removed').flatMap(({ told, firstAbsentAt }) => {
      const lost = told.filter(({ kind }) => kind === 'lost');
      const hours = lost.map(({ at }) => (at - (firstAbsentAt ?? 0)) / HOUR);
      return lost.length === 1 && hours.every((count) => count <= 72) ? [] : [hours];
    });
    expect(of('removed').length).toBe(200);
    expect(late).toEqual([]);
  });

  it('every removal is told within ten days of happening', () => {
    const days = of('removed').map(({ fate, told }) => {
      const lost = told.find(({ kind }) => kind === 'lost');
      return ((lost?.at ?? Number.POSITIVE_INFINITY) - (fate.removedAt ?? 0)) / DAY;
    });
    expect(Math.max(...days)).toBeLessThan(11);
  });

  it('dead and parked sites leave the live count, dead ones told as down first', () => {
    const live: readonly string[] = LIVE_COUNT_STATES;
    const dead = of('dies', 'parks');
    expect(dead.filter(({ memory }) => live.includes(memory.state))).toEqual([]);
    expect(dead.map(({ memory }) => memory.state).every((state) => state === 'site_gone')).toBe(true);
    expect(of('dies').every((story) => kindsTold(story).includes('site_down'))).toBe(true);
    expect(of('parks').some((story) => kindsTold(story).includes('site_down'))).toBe(false);
  });

  it('no site that comes back is called gone, none whose outage lasts three days is called down', () => {
    const told = of('steady', 'flaky', 'outages', 'waf', 'two_faced', 'deploys').flatMap(kindsTold);
    expect(told.filter((kind) => kind === 'site_gone' || kind === 'site_down' || kind === 'lost')).toEqual(
      [],
    );
  });

  it('what differs is told once, and what appears late is told as first seen', () => {
    expect(
      of('changes').every((story) => kindsTold(story).filter((kind) => kind === 'changed').length === 1),
    ).toBe(true);
    expect(of('changes').every(({ memory }) => memory.state === 'differs')).toBe(true);
    expect(of('late').every((story) => kindsTold(story)[0] === 'first_seen')).toBe(true);
  });

  it('every link that stands at the end of the year counts as live', () => {
    const standing = stories.filter(({ fate }) => reallyStands(fate, START + YEAR));
    const live: readonly string[] = LIVE_COUNT_STATES;
    expect(standing.filter(({ memory }) => !live.includes(memory.state))).toEqual([]);
  });

  it('a steady placement that nothing was given for is visited about once a week', () => {
    const checks = of('steady')
      .filter(({ fate }) => !fate.compensated)
      .map((story) => story.checks);
    expect(Math.max(...checks)).toBeLessThan(70);
    expect(Math.min(...checks)).toBeGreaterThan(48);
  });
});
