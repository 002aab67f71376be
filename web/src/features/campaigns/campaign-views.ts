import type { components } from '../../api/schema.generated.js';

type Views = components['schemas'];

/** What the server says of campaigns and pitches, by the names of its own description. */
export type CampaignRow = Views['CampaignRow'];
export type CampaignDetail = Views['CampaignDetail'];
export type CampaignKind = Views['CampaignKind'];
export type PitchRow = Views['PitchRow'];
export type PitchBoard = Views['PitchBoard'];
export type PitchColumn = Views['PitchColumn'];
export type CalendarItem = Views['CalendarItem'];
export type CalendarWhat = Views['CalendarWhat'];

/** What the server takes of them. */
export type NewCampaign = Views['NewCampaign'];
export type CampaignChange = Views['CampaignChange'];
export type CampaignTargetPageWish = Views['CampaignTargetPageWish'];

export const CAMPAIGN_STATUSES = ['planning', 'running', 'paused', 'finished'] as const;
export type CampaignStatus = (typeof CAMPAIGN_STATUSES)[number];

export const PITCH_STATUSES = ['waiting_us', 'waiting_them', 'paused', 'closed'] as const;
export type PitchStatus = (typeof PITCH_STATUSES)[number];

export const PITCH_ENDS = ['open', 'won', 'lost'] as const;
export type PitchEnd = (typeof PITCH_ENDS)[number];

export const PITCH_SORTS = ['newest', 'next', 'stage', 'site', 'in_stage'] as const;
export type PitchSort = (typeof PITCH_SORTS)[number];

export const APPROVAL_SUBJECTS = ['site', 'topic', 'draft'] as const;
export type ApprovalSubject = (typeof APPROVAL_SUBJECTS)[number];

export const GUARDS = ['warn', 'block'] as const;
export type Guard = (typeof GUARDS)[number];

/** What can be done with many pitches at once, as the API names it. */
export type PitchAction = Views['PitchAction'];

/** What a pitch is called: its site, else the label somebody gave it. */
export function pitchName({ displayHost, label }: Pick<PitchRow, 'displayHost' | 'label'>): string {
  return displayHost ?? label;
}
