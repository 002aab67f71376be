import {
  extend,
  isProven,
  type MemorySettings,
  type MemoryStep,
  type Moment,
  NOTHING_OPEN,
  type PlacementMemory,
  type ToldChange,
} from './placement-memory.js';

/** A sight with all agreed terms met: live at once, and whatever was open is closed. */
export function rememberLive(memory: PlacementMemory, at: number): MemoryStep {
  return { next: { ...seen(memory, at), state: 'live', steady: 'live' }, kind: improvement(memory, 'live') };
}

/**
 * A sight that differs. Out of awaited, removed and site_gone it leads to differs at once, for that is an improvement; what
 * was live differs only on a second sight at least 12 hours after the first, and not while our own target fails.
 */
export function rememberDiffering(
  memory: PlacementMemory,
  moment: Moment,
  settings: MemorySettings,
): MemoryStep {
  const { at } = moment;
  if (!isInLiveCount(memory) || memory.steady === 'differs') {
    return {
      next: { ...seen(memory, at), state: 'differs', steady: 'differs' },
      kind: improvement(memory, 'differs'),
    };
  }
  const next: PlacementMemory = { ...seen(memory, at), state: 'live' };
  if (moment.targetFailing)
    return { next: { ...next, differing: memory.differing }, kind: improvement(memory, 'live') };
  const differing = extend(memory.differing, at, settings.evidenceGap);
  if (isProven(differing, at, 2, settings.differsAfter)) {
    return { next: { ...next, state: 'differs', steady: 'differs' }, kind: 'changed' };
  }
  return { next: { ...next, differing }, kind: improvement(memory, 'live') };
}

/** States that count as live; what is in them was seen before. */
function isInLiveCount({ state }: PlacementMemory): boolean {
  return state === 'live' || state === 'differs' || state === 'site_down' || state === 'check_by_hand';
}

function seen(memory: PlacementMemory, at: number): PlacementMemory {
  return {
    ...memory,
    ...NOTHING_OPEN,
    firstSeenAt: memory.firstSeenAt ?? at,
    lastSeenAt: at,
    baseline: null,
  };
}

/** What to tell of a sight: nothing new, the first sight ever, or back. The baseline of an import is never told. */
function improvement(memory: PlacementMemory, to: 'live' | 'differs'): ToldChange | null {
  if (memory.state === to) return null;
  if (memory.state === 'awaited') return memory.baseline === 'pending' ? null : 'first_seen';
  return memory.firstSeenAt === null ? 'first_seen' : 'back';
}
