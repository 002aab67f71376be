import type { PlacementState } from '../../src/core/placements/placement.js';
import { error, judgement } from '../../src/core/verifier/finding.js';
import { remember } from '../../src/core/verifier/memory.js';
import {
  freshMemory,
  type Origin,
  type PlacementMemory,
  type StateChange,
} from '../../src/core/verifier/placement-memory.js';
import type { Judgement } from '../../src/core/verifier/verdict.js';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const START = Date.UTC(2026, 0, 1);

/** One verdict by its first letters: live, differs, absent, down (unreachable), wall (unverifiable), gone (soft 404). */
export type Seen = 'live' | 'differs' | 'absent' | 'down' | 'wall' | 'gone' | 'parked';

const JUDGEMENTS: Record<Seen, Judgement> = {
  live: judgement('live', []),
  differs: judgement('differs', [error('rel_not_follow')]),
  absent: judgement('absent', [error('link_absent')]),
  down: judgement('unreachable', [error('timeout')]),
  wall: judgement('unverifiable', [error('bot_wall')]),
  gone: judgement('unverifiable', [error('soft_404')]),
  parked: judgement('unverifiable', [error('domain_parked')]),
};

/** A judgement of this kind. */
export function judged(seen: Seen): Judgement {
  return JUDGEMENTS[seen];
}

export interface Lived {
  readonly memory: PlacementMemory;
  readonly told: StateChange[];
}

/**
 * Lives through checks written as `live 0h, absent 7d, absent+2h`: each a verdict and its time since the start, or (with `+`) since
 * the check before. `!` after a verdict means that our own target fails at that moment.
 */
export function live(history: string, from: Origin | PlacementMemory = 'added'): Lived {
  let memory = typeof from === 'string' ? freshMemory(START, from) : from;
  let at = memory.lastCheckedAt ?? START;
  const told: StateChange[] = [];
  for (const entry of history.split(',')) {
    const [, seen, failing, sign, amount, unit] = /^\s*(\w+?)(!?)(\+| )([\d.]+)(m|h|d)$/.exec(entry) ?? [];
    const span = Number(amount) * (unit === 'd' ? DAY : unit === 'h' ? HOUR : HOUR / 60);
    at = sign === '+' ? at + span : START + span;
    const step = remember(memory, judged(seen as Seen), { at, targetFailing: failing === '!' });
    memory = step.memory;
    if (step.change !== null) told.push(step.change);
  }
  return { memory, told };
}

/** State, a question mark while it is being rechecked, and what was told: `live? (first_seen)`. */
export function outcome({ memory, told }: Lived): string {
  const kinds = told.map(({ kind }) => kind).join(' ');
  return `${memory.state}${memory.rechecking ? '?' : ''} (${kinds})`;
}

/** A memory that came into a state the honest way. */
export function memoryIn(state: Exclude<PlacementState, 'ended' | 'released' | 'replaced'>): PlacementMemory {
  const histories = {
    awaited: 'absent 0h',
    live: 'live 0h',
    differs: 'differs 0h',
    removed: 'live 0h, absent 7d, absent+24h, absent+24h',
    site_down: 'live 0h, down 7d, down+1d, down+6d',
    site_gone: 'live 0h, down 7d, down+1d, down+6d, down+23d',
    check_by_hand: 'live 0h, wall 7d, wall+1d, wall+1d, wall+1d, wall+1d',
  };
  return live(histories[state]).memory;
}
