import type { PlacementState } from '../placements/placement.js';
import { rememberNoSight } from './memory-no-sight.js';
import { rememberDiffering, rememberLive } from './memory-sight.js';
import {
  isClosed,
  MEMORY_DEFAULTS,
  type MemorySettings,
  type MemoryStep,
  type Moment,
  NOTHING_OPEN,
  type PlacementMemory,
  type StateChange,
  type ToldChange,
} from './placement-memory.js';
import type { Judgement } from './verdict.js';

const KEPT_VERDICTS = 10;

export interface Remembered {
  readonly memory: PlacementMemory;
  /** The change of state to tell people, null when there is none to tell. */
  readonly change: StateChange | null;
}

/**
 * Takes one judgement into a placement's memory and says which state follows (thresholds: `MEMORY_DEFAULTS`).
 *
 * One sight is enough to be live; getting worse needs repeated proof, and only live and differs (also while down or in a person's
 * hands) get worse. Awaited is left by a sight alone, except that an import's first proof is its baseline. Closed placements remember
 * nothing. When to look again is `nextCheck` in schedule.ts.
 */
export function remember(
  memory: PlacementMemory,
  judgement: Judgement,
  moment: Moment,
  settings: MemorySettings = MEMORY_DEFAULTS,
): Remembered {
  if (isClosed(memory.state)) return { memory, change: null };
  const noted = note(memory, judgement, moment.at);
  const { next, kind } = decide(noted, judgement, moment, settings);
  const moved: PlacementMemory = {
    ...next,
    since: next.state === memory.state ? memory.since : moment.at,
    rechecking: isRechecking(next),
  };
  return { memory: moved, change: changeOf(kind, memory.state, moved.state, moment.at) };
}

function decide(
  memory: PlacementMemory,
  judgement: Judgement,
  moment: Moment,
  settings: MemorySettings,
): MemoryStep {
  if (judgement.verdict === 'live') return rememberLive(memory, moment.at);
  if (judgement.verdict === 'differs') return rememberDiffering(memory, moment, settings);
  if (memory.seenByHandUntil !== null && moment.at < memory.seenByHandUntil) {
    return { next: { ...memory, ...NOTHING_OPEN }, kind: null };
  }
  return moment.targetFailing
    ? { next: memory, kind: null }
    : rememberNoSight(memory, judgement, moment.at, settings);
}

function note(memory: PlacementMemory, { verdict }: Judgement, at: number): PlacementMemory {
  const isProof = verdict !== 'unreachable' && verdict !== 'unverifiable';
  return {
    ...memory,
    lastCheckedAt: at,
    withoutProof: isProof ? 0 : memory.withoutProof + 1,
    lastVerdicts: [...memory.lastVerdicts, { at, verdict }].slice(-KEPT_VERDICTS),
  };
}

function isRechecking({ absent, differing }: PlacementMemory): boolean {
  return absent !== null || differing !== null;
}

function changeOf(
  kind: ToldChange | null,
  from: PlacementState,
  to: PlacementState,
  at: number,
): StateChange | null {
  return kind === null ? null : { kind, from, to, at };
}

/**
 * A person has seen the link: a sight that counts until `until` (epoch ms), whatever the checks between find or do not find.
 * A placement that differs stays so, for seeing it accepts nothing.
 */
export function rememberByHand(memory: PlacementMemory, at: number, until: number): Remembered {
  if (isClosed(memory.state)) return { memory, change: null };
  const { next, kind } = rememberLive({ ...memory, seenByHandUntil: until }, at);
  const stillDiffers =
    memory.steady === 'differs' && memory.state !== 'removed' && memory.state !== 'site_gone';
  const state = stillDiffers ? 'differs' : 'live';
  const moved: PlacementMemory = {
    ...next,
    state,
    steady: state,
    since: state === memory.state ? memory.since : at,
    rechecking: false,
  };
  return { memory: moved, change: state === memory.state ? null : changeOf(kind, memory.state, state, at) };
}

/** What was seen has been written down as agreed: what differed no longer does, and what was suspected of it is dropped. */
export function rememberAccepted(memory: PlacementMemory, at: number): PlacementMemory {
  const wasDiffering = memory.state === 'differs';
  return {
    ...memory,
    state: wasDiffering ? 'live' : memory.state,
    since: wasDiffering ? at : memory.since,
    steady: 'live',
    differing: null,
    rechecking: memory.absent !== null,
  };
}

/** A person has moved the placement (ended, released, replaced, reopened): nothing that was open goes along. */
export function rememberMove(memory: PlacementMemory, state: PlacementState, at: number): PlacementMemory {
  return {
    ...memory,
    ...NOTHING_OPEN,
    state,
    since: at,
    steady: 'live',
    rechecking: false,
    seenByHandUntil: null,
  };
}
