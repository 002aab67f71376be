import type { CampaignKind } from '../campaign-views.js';
import type { PitchDetail } from './pitch-api.js';

/** The one thing to do with a pitch now. */
export type NextMove =
  | { readonly kind: 'resume' | 'reopen' | 'restore' | 'win' }
  | { readonly kind: 'move'; readonly to: string; readonly name: string }
  | null;

type Standing = Pick<PitchDetail, 'stage' | 'status' | 'outcome' | 'archivedAt' | 'steps'>;

/** Refusals of a stage that nothing a person fills in takes away. */
const UNREACHABLE = ['pitch.move_not_allowed', 'pitch.only_seen', 'pitch.already_there', 'pitch.closed'];

/**
 * What the page offers first: to bring a pitch back that rests or was lost, to record what was agreed where that comes next, else to move to
 * the next stage of its kind, also when something is still missing for it: trying says what.
 */
export function nextMove(pitch: Standing, kind: Pick<CampaignKind, 'stages'> | undefined): NextMove {
  if (pitch.archivedAt !== null) return { kind: 'restore' };
  if (pitch.status === 'paused') return { kind: 'resume' };
  if (pitch.outcome === 'lost') return { kind: 'reopen' };
  const here = pitch.steps.findIndex(({ stage }) => stage === pitch.stage);
  const ahead = pitch.steps
    .slice(here + 1)
    .filter(({ code }) => code === null || !UNREACHABLE.includes(code));
  const next = ahead.find(({ isAllowed }) => isAllowed) ?? ahead[0];
  if (next === undefined) return null;
  const isAgreed = kind?.stages.find(({ key }) => key === next.stage)?.isAgreed === true;
  if (isAgreed && next.missing.includes('terms')) return { kind: 'win' };
  return { kind: 'move', to: next.stage, name: next.name };
}

/** Whether what was agreed can be recorded now, besides whatever comes next: its stage is one move away. */
export function mayAgree(pitch: Standing, kind: Pick<CampaignKind, 'stages'> | undefined): boolean {
  if (pitch.archivedAt !== null || pitch.outcome !== null) return false;
  const step = pitch.steps.find((one) => isAgreement(one, kind));
  return step?.code === 'pitch.field_missing' && pitch.status !== 'paused';
}

/** Whether moving to this stage means to record what was agreed. */
export function isAgreement(
  step: Pick<PitchDetail['steps'][number], 'stage' | 'missing'>,
  kind: Pick<CampaignKind, 'stages'> | undefined,
): boolean {
  const stage = kind?.stages.find(({ key }) => key === step.stage);
  return stage?.isAgreed === true && step.missing.includes('terms');
}
