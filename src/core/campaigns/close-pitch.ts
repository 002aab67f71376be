import type { PlacementState } from '../placements/placement.js';
import { type Kind, type Stage, stageOf, stagePosition } from './kind.js';
import { agreedStage, entering, movesFrom, no, statusOf, whatIsMissing } from './move-pitch.js';
import type { MoveDecision, PitchChanges, PitchStanding, WantedMove } from './pitch.js';

/** The loss that says nothing by itself and needs words. */
const OTHER = 'other';

/** Says whether a pitch may be lost for this reason: an open one only, for a reason of its kind; `other` needs a note. */
export function decideLoss(
  kind: Kind,
  pitch: PitchStanding,
  loss: { readonly reason: string; readonly note: string },
): MoveDecision {
  if (pitch.isArchived) return no('pitch.archived');
  if (pitch.outcome !== null) return no('pitch.closed', { outcome: pitch.outcome });
  const { reason } = loss;
  if (!kind.losses.some((known) => known.key === reason)) return no('pitch.loss_reason_unknown', { reason });
  if (reason === OTHER && loss.note.trim() === '') return no('pitch.loss_note_missing', { reason });
  const changes = {
    stage: pitch.stage,
    stagePosition: stagePosition(kind, pitch.stage),
    status: statusOf(kind, { ...pitch, outcome: 'lost' }),
    outcome: 'lost',
    lossReason: reason,
    isContact: false,
  } as const;
  return { ok: true, changes };
}

/**
 * Says where a closed pitch goes on. Without a wish: a lost one where it stood, a won one where its agreement is recorded. With one: an
 * earlier stage, or one it could have moved to; what that stage asks for must be there.
 */
export function decideReopen(wanted: Omit<WantedMove, 'to'> & { readonly to: string | null }): MoveDecision {
  const { kind, pitch } = wanted;
  if (pitch.isArchived) return no('pitch.archived');
  if (pitch.outcome === null) return no('pitch.not_closed');
  const before = stageBefore(kind, pitch);
  if (wanted.to === null || wanted.to === before.key)
    return { ok: true, changes: entering(kind, pitch, before) };
  return reopenAt({ ...wanted, to: wanted.to }, before.key);
}

/** Where a closed pitch stood as an open one; the first stage where its kind no longer has that. */
function stageBefore(kind: Kind, pitch: PitchStanding): Stage {
  const key = pitch.outcome === 'won' ? agreedStage(kind) : pitch.stage;
  return stageOf(kind, key) ?? (stageOf(kind, kind.defaultStage) as Stage);
}

function reopenAt(wanted: WantedMove, before: string): MoveDecision {
  const { kind, pitch, to } = wanted;
  const stage = stageOf(kind, to);
  if (stage === null) return no('pitch.stage_unknown', { to });
  if (stage.isSeen === true) return no('pitch.only_seen', { from: pitch.stage, to });
  const allowed = movesFrom(kind, before);
  const isBack = stagePosition(kind, to) < stagePosition(kind, before);
  if (!isBack && !allowed.includes(to))
    return no('pitch.move_not_allowed', { from: pitch.stage, to, allowed });
  return whatIsMissing(wanted, stage) ?? { ok: true, changes: entering(kind, pitch, stage) };
}

/**
 * Where the states of its placements lead a pitch; null where it stays. The worst of them decides: removed or gone for good, then one that
 * differs; while one is still awaited the pitch waits, too; else live. What could not be checked, has ended or was released leads nowhere.
 * A lost pitch comes back only when its link is seen live after all (D281); an archived one stays.
 */
export function placementMove(
  kind: Kind,
  pitch: PitchStanding,
  states: readonly PlacementState[],
): PitchChanges | null {
  if (pitch.isArchived) return null;
  const to = stageForStates(kind, states);
  if (to === null || (to === pitch.stage && pitch.outcome !== 'lost')) return null;
  if (pitch.outcome === 'lost' && to !== kind.onPlacement.live) return null;
  const stage = stageOf(kind, to);
  return stage === null ? null : entering(kind, pitch, stage);
}

function stageForStates(kind: Kind, states: readonly PlacementState[]): string | null {
  const { live, differs, removed } = kind.onPlacement;
  const has = (...wanted: PlacementState[]): boolean => states.some((state) => wanted.includes(state));
  if (has('removed', 'site_gone')) return removed ?? null;
  if (has('differs')) return differs ?? live;
  if (has('awaited') || !has('live')) return null;
  return live;
}
