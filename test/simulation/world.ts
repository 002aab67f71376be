import { DAY, HOUR, type Seen, START } from '../builders/memory.js';

export const YEAR = 365 * DAY;

/** How the host of a placement behaves during the year. */
export type Kind =
  | 'steady'
  | 'flaky'
  | 'outages'
  | 'waf'
  | 'two_faced'
  | 'deploys'
  | 'removed'
  | 'dies'
  | 'parks'
  | 'changes'
  | 'late';

/** A placement of the simulated web, and what will happen to it. */
export interface Fate {
  readonly kind: Kind;
  readonly compensated: boolean;
  /** When the link appears, is taken away, or the site dies; null when that never happens. */
  readonly appearsAt: number;
  readonly removedAt: number | null;
  readonly diesAt: number | null;
  readonly changedAt: number | null;
  /** Spans in which something is broken: a deploy, an outage, a WAF that blocks us. */
  readonly troubles: readonly { readonly from: number; readonly to: number; readonly seen: Seen }[];
  /** How often a visit fails at random. */
  readonly flakiness: number;
}

/** Shares of the kinds in a thousand placements. */
const SHARES: readonly (readonly [Kind, number])[] = [
  ['steady', 400],
  ['flaky', 50],
  ['outages', 100],
  ['waf', 80],
  ['two_faced', 50],
  ['deploys', 100],
  ['removed', 100],
  ['dies', 40],
  ['parks', 20],
  ['changes', 30],
  ['late', 30],
];

/** Draws the fate of one placement. */
export function drawFate(kind: Kind, random: () => number): Fate {
  const sometime = () => START + 10 * DAY + random() * (YEAR - 110 * DAY);
  const spans = (count: number, length: () => number, seen: Seen) =>
    Array.from({ length: count }, () => {
      const from = sometime();
      return { from, to: from + length(), seen };
    });
  const troubles = {
    outages: () => [...spans(4, () => 3 * DAY, 'down'), ...spans(6, () => random() * DAY, 'down')],
    waf: () => spans(5, () => (1 + 2 * random()) * DAY, 'wall'),
    deploys: () => [...spans(20, () => 2 * HOUR * random(), 'absent'), ...spans(10, () => HOUR, 'gone')],
  };
  return {
    kind,
    compensated: random() < 0.3,
    appearsAt: kind === 'late' ? START + random() * 60 * DAY : START,
    removedAt: kind === 'removed' ? sometime() : null,
    diesAt: kind === 'dies' || kind === 'parks' ? sometime() : null,
    changedAt: kind === 'changes' ? sometime() : null,
    troubles: kind in troubles ? troubles[kind as keyof typeof troubles]() : [],
    flakiness: kind === 'flaky' || kind === 'removed' ? 0.05 : 0.005,
  };
}

/** The kinds of `count` placements, in their shares. */
export function drawKinds(count: number): Kind[] {
  return SHARES.flatMap(([kind, share]) => Array<Kind>(Math.round((share / 1000) * count)).fill(kind));
}

/** What a visit at this moment sees. */
export function visit(fate: Fate, at: number, random: () => number): Seen {
  const trouble = fate.troubles.find(({ from, to }) => at >= from && at < to);
  if (trouble !== undefined) return trouble.seen;
  if (random() < fate.flakiness) return random() < 0.7 ? 'down' : 'wall';
  return withoutTrouble(fate, at, random);
}

function withoutTrouble(fate: Fate, at: number, random: () => number): Seen {
  if (has(fate.diesAt, at)) return fate.kind === 'parks' ? 'parked' : 'down';
  if (at < fate.appearsAt || has(fate.removedAt, at)) return 'absent';
  if (has(fate.changedAt, at)) return 'differs';
  // An A/B test shows one visitor in ten a page without the link.
  return fate.kind === 'two_faced' && random() < 0.1 ? 'absent' : 'live';
}

function has(moment: number | null, at: number): boolean {
  return moment !== null && at >= moment;
}

/** Whether the link really stands at this moment. */
export function reallyStands(fate: Fate, at: number): boolean {
  const ends = [fate.removedAt, fate.diesAt].filter((end) => end !== null);
  return at >= fate.appearsAt && ends.every((end) => at < end);
}
