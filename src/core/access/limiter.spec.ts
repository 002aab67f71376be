import { describe, expect, it } from '@jest/globals';
import { giveBack, type LimitState, SIGN_IN_LIMIT, tryOnce } from './limiter.js';

const MINUTE = 60_000;

/** Tries as fast as the rule lets one; answers the minutes at which a try was allowed. */
function persistentTries(minutes: number): number[] {
  const allowed: number[] = [];
  let state: LimitState | null = null;
  for (let now = 0; now < minutes * MINUTE; ) {
    const decision = tryOnce(SIGN_IN_LIMIT, state, now);
    if (decision.waitMs === 0) {
      allowed.push(now / MINUTE);
      state = decision.state;
    } else now += decision.waitMs;
  }
  return allowed;
}

describe('the limit of signing in', () => {
  it('lets eight tries pass and then waits 1, 2, 4, 8 and 15 minutes', () => {
    expect(persistentTries(60)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 1, 3, 7, 15, 30, 45]);
  });

  it('never lets more than twenty tries into one hour', () => {
    const tries = persistentTries(24 * 60);
    const within = tries.map((first) => tries.filter((at) => at >= first && at < first + 60).length);
    expect(Math.max(...within)).toBeLessThanOrEqual(20);
  });

  it('never locks anybody out for longer than 15 minutes', () => {
    const tries = persistentTries(24 * 60);
    const gaps = tries.slice(1).map((at, index) => at - (tries[index] ?? 0));
    expect(Math.max(...gaps)).toBe(15);
  });

  it('does not keep the door closed when somebody knocks at it', () => {
    const closed: LimitState = { windowStartedAt: 0, hits: 9, blockedUntil: 2 * MINUTE };
    const knocked = tryOnce(SIGN_IN_LIMIT, closed, MINUTE);
    expect(knocked).toEqual({ state: closed, waitMs: MINUTE });
  });

  it('forgets after an hour of quiet', () => {
    const before: LimitState = { windowStartedAt: 0, hits: 12, blockedUntil: 15 * MINUTE };
    expect(tryOnce(SIGN_IN_LIMIT, before, 60 * MINUTE).state.hits).toBe(1);
    expect(tryOnce(SIGN_IN_LIMIT, before, 59 * MINUTE).state.hits).toBe(13);
  });

  it('opens again when the last try was rightful', () => {
    const before: LimitState = { windowStartedAt: 0, hits: 8, blockedUntil: MINUTE };
    expect(giveBack(SIGN_IN_LIMIT, before)).toEqual({ windowStartedAt: 0, hits: 7, blockedUntil: null });
    expect(giveBack(SIGN_IN_LIMIT, { ...before, hits: 0 }).hits).toBe(0);
    expect(giveBack(SIGN_IN_LIMIT, { ...before, hits: 12 }).blockedUntil).toBe(MINUTE);
  });
});
