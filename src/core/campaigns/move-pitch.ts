import { type Kind, PITCH_NEEDS, type PitchNeed, type Stage, stageOf, stagePosition } from './kind.js';
import type {
  MoveDecision,
  MoveFacts,
  MoveRefusal,
  PitchChanges,
  PitchStanding,
  PitchStatus,
  WantedMove,
} from './pitch.js';
import { isFilled } from './pitch-fields.js';

/**
 * Says whether a person may move a pitch to a stage, and what is written if so. Refused, in this order: archived, closed, unknown stage,
 * already there, a stage only the placement leads to, a move the kind does not know, an approval or something required that is missing.
 */
export function decideMove(wanted: WantedMove): MoveDecision {
  const { kind, pitch, to } = wanted;
  if (pitch.isArchived) return no('pitch.archived');
  if (pitch.outcome !== null) return no('pitch.closed', { outcome: pitch.outcome });
  const stage = stageOf(kind, to);
  if (stage === null) return no('pitch.stage_unknown', { to });
  if (pitch.stage === to) return no('pitch.already_there', { to });
  if (stage.isSeen === true) return no('pitch.only_seen', { from: pitch.stage, to });
  const allowed = movesFrom(kind, pitch.stage);
  if (!allowed.includes(to)) return no('pitch.move_not_allowed', { from: pitch.stage, to, allowed });
  return whatIsMissing(wanted, stage) ?? { ok: true, changes: entering(kind, pitch, stage) };
}

/** The stages a person may move to from this one; from a stage the kind no longer has, only back to its first. */
export function movesFrom(kind: Kind, from: string): readonly string[] {
  return stageOf(kind, from) === null ? [kind.defaultStage] : (kind.moves[from] ?? []);
}

/** Keys of the fields and needs that this stage asks for and the pitch lacks. */
export function missingFor(kind: Kind, to: string, pitch: PitchStanding, facts: MoveFacts): string[] {
  return (kind.required[to] ?? []).filter((key) => !isThere(kind, key, pitch, facts));
}

/** The stage in which the agreement is recorded and the placement awaited; recording a win is a move to it. */
export function agreedStage(kind: Kind): string {
  return kind.stages.find((stage) => stage.isAgreed === true)?.key ?? kind.defaultStage;
}

/** What happens now: closed with an outcome, paused while paused, otherwise whose turn the stage says it is (D279). */
export function statusOf(
  kind: Kind,
  pitch: Pick<PitchStanding, 'stage' | 'outcome' | 'isPaused'>,
): PitchStatus {
  if (pitch.outcome !== null) return 'closed';
  if (pitch.isPaused) return 'paused';
  return stageOf(kind, pitch.stage)?.whoMoves === 'them' ? 'waiting_them' : 'waiting_us';
}

/** Whole days after which a pitch in this stage is stuck; a stage the kind no longer has is stuck at once. */
export function stuckAfterDays(kind: Kind, stage: string): number {
  return stageOf(kind, stage)?.stuckAfterDays ?? 0;
}

/** What is written when the pitch enters the stage, whoever moved it. */
export function entering(kind: Kind, pitch: PitchStanding, stage: Stage): PitchChanges {
  const outcome = stage.isWon === true ? 'won' : null;
  return {
    stage: stage.key,
    stagePosition: stagePosition(kind, stage.key),
    status: statusOf(kind, { stage: stage.key, outcome, isPaused: pitch.isPaused }),
    outcome,
    lossReason: null,
    isContact: stage.isContact === true,
  };
}

/** A refusal with what its sentence needs. */
export function no(
  code: MoveRefusal,
  params: Readonly<Record<string, string | null | readonly string[]>> = {},
): Extract<MoveDecision, { ok: false }> {
  return { ok: false, code, params };
}

/** The refusal for an approval not given or something required that is not there; null where nothing is missing. */
export function whatIsMissing({ kind, pitch, facts }: WantedMove, stage: Stage): MoveDecision | null {
  const subject = stage.needsApproval;
  if (subject !== undefined && facts.asksApproval.includes(subject)) {
    const state = pitch.approvals[subject] ?? null;
    if (state !== 'accepted') return no('pitch.approval_missing', { to: stage.key, subject, state });
  }
  const missing = missingFor(kind, stage.key, pitch, facts);
  return missing.length === 0 ? null : no('pitch.field_missing', { to: stage.key, missing });
}

function isThere(kind: Kind, key: string, pitch: PitchStanding, facts: MoveFacts): boolean {
  const need = PITCH_NEEDS.find((known) => known === key);
  if (need !== undefined) return NEEDS[need](facts);
  const field = kind.fields.find((own) => own.key === key);
  return field !== undefined && isFilled(field, pitch.fields, facts.files);
}

const NEEDS: Readonly<Record<PitchNeed, (facts: MoveFacts) => boolean>> = {
  site: (facts) => facts.hasSite,
  contact: (facts) => facts.hasContact,
  target_page: (facts) => facts.hasTargetPage,
  asset: (facts) => facts.hasAsset,
  terms: (facts) => facts.hasTerms,
};
