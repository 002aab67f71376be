import type { Kind } from '../../core/campaigns/kind.js';
import type { MoveFacts, PitchStanding } from '../../core/campaigns/pitch.js';
import { fieldsProblem } from '../../core/campaigns/pitch-fields.js';
import { CLOSED_STATES } from '../../core/placements/placement.js';
import { RequestInvalid } from '../../platform/http/validation.js';
import type { HeldCampaign } from './campaigns.repository.js';
import type { PitchSurroundings } from './pitch-parts.repository.js';
import type { HeldPitch } from './pitches.repository.js';

/** A pitch as moves are decided by it. */
export function standingOf(held: HeldPitch): PitchStanding {
  return {
    stage: held.stage,
    outcome: held.outcome,
    isPaused: held.status === 'paused',
    isArchived: held.archivedAt !== null,
    fields: held.fields,
    approvals: held.approvalStates,
  };
}

/** What is known around a pitch when it is moved. */
export function moveFacts(
  held: HeldPitch,
  campaign: Pick<HeldCampaign, 'approvals'>,
  around: PitchSurroundings,
): MoveFacts {
  const isOver = (state: string): boolean => CLOSED_STATES.some((closed) => closed === state);
  return {
    hasSite: held.siteId !== null,
    hasContact: around.contactIds.length > 0,
    hasTargetPage: held.targetPageId !== null,
    hasAsset: held.assetId !== null,
    hasTerms: around.placements.some(({ state }) => !isOver(state)),
    files: around.files,
    asksApproval: campaign.approvals,
  };
}

/** Throws `request.invalid` with the place of the first own field that cannot be kept. */
export function refuseWrongFields(kind: Kind, fields: Readonly<Record<string, unknown>>): void {
  const fault = fieldsProblem(kind, fields);
  if (fault === null) return;
  const field = `fields.${fault.field}${fault.at.replace(/\[(\d+)\]/g, '.$1')}`;
  const params = fault.limit === undefined ? {} : { limit: fault.limit };
  const message = `${field} is not of the form its kind asks for`;
  throw new RequestInvalid([{ field, code: fault.code, message, params }]);
}

/** The own fields after a change; null takes one away. */
export function changedFields(
  was: Readonly<Record<string, unknown>>,
  wish: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries({ ...was, ...wish }).filter(([, value]) => value !== null && value !== undefined),
  );
}

/** What a search of pitches looks into. */
export function pitchSearchText(label: string, siteKey: string | null): string {
  return `${siteKey ?? ''} ${label}`.trim().toLowerCase();
}
