import { GONE_MARKS } from './judge-page.js';
import {
  extend,
  isProven,
  type MemorySettings,
  type MemoryStep,
  NOTHING_OPEN,
  type PlacementMemory,
} from './placement-memory.js';
import type { Judgement } from './verdict.js';

type Rule = (memory: PlacementMemory, at: number, settings: MemorySettings) => MemoryStep;

/** A visit that did not see the link: an absence, nobody there, or nothing that could be verified. */
export function rememberNoSight(
  memory: PlacementMemory,
  judgement: Judgement,
  at: number,
  settings: MemorySettings,
): MemoryStep {
  if (memory.state === 'awaited') return rememberAwaited(memory, judgement);
  if (memory.state === 'removed' || memory.state === 'site_gone') return stay(memory);
  return ruleFor(judgement)(memory, at, settings);
}

function ruleFor(judgement: Judgement): Rule {
  if (judgement.verdict === 'absent') return rememberAbsent;
  if (judgement.verdict === 'unreachable') return rememberUnreachable;
  return showsGone(judgement) ? rememberGone : rememberUnverifiable;
}

/** Only a sight ends the waiting, but an import's first absence is its baseline: removed, and told to nobody. */
function rememberAwaited(memory: PlacementMemory, { verdict }: Judgement): MemoryStep {
  if (memory.baseline !== 'pending' || verdict !== 'absent') return stay(memory);
  return { next: { ...memory, ...NOTHING_OPEN, state: 'removed', baseline: 'removed' }, kind: null };
}

/** Three absences over 48 hours without a sight between; visits that proved nothing neither count nor reset. */
function rememberAbsent(memory: PlacementMemory, at: number, settings: MemorySettings): MemoryStep {
  const absent = extend(memory.absent, at, settings.evidenceGap);
  if (isProven(absent, at, settings.absentCount, settings.absentAfter)) {
    return { next: { ...memory, ...NOTHING_OPEN, state: 'removed' }, kind: 'lost' };
  }
  return stay({ ...memory, absent, unreachable: null, unverifiable: null, gone: null });
}

/** Nobody there for 7 days is down, for 30 days gone. Any answer of the host starts the count anew. */
function rememberUnreachable(memory: PlacementMemory, at: number, settings: MemorySettings): MemoryStep {
  const unreachable = extend(memory.unreachable, at, settings.evidenceGap);
  const lasts = (after: number) => isProven(unreachable, at, settings.unreachableCount, after);
  if (memory.state === 'site_down') {
    return lasts(settings.siteGoneAfter) ? gone(memory) : stay({ ...memory, unreachable });
  }
  if (!lasts(settings.siteDownAfter)) return stay({ ...memory, unreachable });
  return { next: { ...memory, unreachable, state: 'site_down' }, kind: 'site_down' };
}

/** Sights of a soft 404 or a parked domain: three over 7 days say the site is gone. */
function rememberGone(memory: PlacementMemory, at: number, settings: MemorySettings): MemoryStep {
  const sights = extend(memory.gone, at, settings.evidenceGap);
  if (isProven(sights, at, settings.goneCount, settings.goneAfter)) return gone(memory);
  return stay({ ...memory, gone: sights, unreachable: null });
}

/** A wall of any kind: five in a row are for a person. The host answered, so it is not down. */
function rememberUnverifiable(memory: PlacementMemory, at: number, settings: MemorySettings): MemoryStep {
  const unverifiable = extend(memory.unverifiable, at, settings.evidenceGap);
  const next = { ...memory, unverifiable, unreachable: null };
  if (memory.state === 'check_by_hand' || unverifiable.count < settings.checkByHandCount) return stay(next);
  return { next: { ...next, state: 'check_by_hand' }, kind: 'check_by_hand' };
}

function gone(memory: PlacementMemory): MemoryStep {
  return { next: { ...memory, ...NOTHING_OPEN, state: 'site_gone' }, kind: 'site_gone' };
}

function stay(memory: PlacementMemory): MemoryStep {
  return { next: memory, kind: null };
}

function showsGone({ findings }: Judgement): boolean {
  const marks: readonly string[] = GONE_MARKS;
  return findings.some(({ code, severity }) => severity === 'error' && marks.includes(code));
}
