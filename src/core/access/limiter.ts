/** What is remembered about one limited thing. Times in milliseconds since 1970. */
export interface LimitState {
  readonly windowStartedAt: number;
  readonly hits: number;
  readonly blockedUntil: number | null;
}

/** How often something may be tried. */
export interface LimitRule {
  /** Tries without any wait. */
  readonly free: number;
  /** Wait after the first try beyond them; each further one doubles it. */
  readonly firstWaitMs: number;
  /** No wait is longer, so nobody is locked out by somebody else for longer. */
  readonly longestWaitMs: number;
  /** All is forgotten this long after the last counted try. */
  readonly forgetAfterMs: number;
}

const MINUTE = 60_000;

/**
 * Signing in: 8 tries at once, then waits of 1, 2, 4, 8, 15, 15 ... minutes. At most 15 tries fall in any hour, for an
 * account and for a network alike, and nobody waits for more than 15 minutes (S10).
 */
export const SIGN_IN_LIMIT: LimitRule = {
  free: 8,
  firstWaitMs: MINUTE,
  longestWaitMs: 15 * MINUTE,
  forgetAfterMs: 60 * MINUTE,
};

/**
 * Trying settings of mail servers: 12 tries that come to nothing at once, then waits of 1, 2, 4, 8, 15, 15 ... minutes. A person who
 * mistypes gets on; going through hosts and ports by what the servers answer does not pay.
 */
export const MAIL_TRIAL_LIMIT: LimitRule = { ...SIGN_IN_LIMIT, free: 12 };

/** The answer to one try: the state to keep, and how long to wait when it is refused. */
export interface LimitDecision {
  readonly state: LimitState;
  /** Milliseconds to wait; 0 when the try is allowed. */
  readonly waitMs: number;
}

/** Decides about one more try at `now`. A refused try is not counted: knocking at a closed door does not keep it closed. */
export function tryOnce(rule: LimitRule, before: LimitState | null, now: number): LimitDecision {
  const known = before === null || isForgotten(rule, before, now) ? fresh(now) : before;
  if (known.blockedUntil !== null && known.blockedUntil > now) {
    return { state: known, waitMs: known.blockedUntil - now };
  }
  const hits = known.hits + 1;
  const wait = waitAfter(rule, hits);
  return {
    state: { windowStartedAt: now, hits, blockedUntil: wait === 0 ? null : now + wait },
    waitMs: 0,
  };
}

/** The state after a try turned out to be rightful: it is as if it had not been made. */
export function giveBack(rule: LimitRule, state: LimitState): LimitState {
  const hits = Math.max(0, state.hits - 1);
  return { ...state, hits, blockedUntil: waitAfter(rule, hits) === 0 ? null : state.blockedUntil };
}

function waitAfter(rule: LimitRule, hits: number): number {
  const beyond = hits - rule.free;
  return beyond < 0 ? 0 : Math.min(rule.longestWaitMs, rule.firstWaitMs * 2 ** Math.min(beyond, 30));
}

function isForgotten(rule: LimitRule, state: LimitState, now: number): boolean {
  return now - state.windowStartedAt >= rule.forgetAfterMs;
}

function fresh(now: number): LimitState {
  return { windowStartedAt: now, hits: 0, blockedUntil: null };
}
