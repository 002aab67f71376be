import { ApiProperty } from '@nestjs/swagger';
import {
  PITCH_OUTCOMES,
  PITCH_STATUSES,
  type PitchOutcome,
  type PitchStatus,
} from '../../core/campaigns/pitch.js';
import {
  COMPENSATIONS,
  type Compensation,
  PLACEMENT_STATES,
  PLACEMENT_TYPES,
  type PlacementState,
  type PlacementType,
} from '../../core/placements/placement.js';

export class PitchTargetPage {
  id!: string;
  url!: string;
  label!: string;
}

export class PitchAsset {
  id!: string;
  title!: string;
  type!: string;
  url!: string | null;
}

export class PitchContact {
  id!: string;
  name!: string;
  position!: string;
  mainAddress!: string | null;
  /** They asked not to be written to. */
  hasObjected!: boolean;
}

export class PitchFileView {
  id!: string;
  /** The own field it belongs to. */
  field!: string;
  name!: string;
  type!: string;
  size!: number;
  addedByName!: string | null;
  addedAt!: Date;
}

/** A placement that came from the pitch. */
export class PitchPlacementView {
  id!: string;
  @ApiProperty({ enum: PLACEMENT_STATES, enumName: 'PlacementState' })
  state!: PlacementState;
  rechecking!: boolean;
  /** Awaited, and its due day has passed. */
  overdue!: boolean;
  sourceUrl!: string | null;
  sourceHost!: string;
  targetUrl!: string;
  @ApiProperty({ enum: PLACEMENT_TYPES, enumName: 'PlacementType' })
  type!: PlacementType;
  @ApiProperty({ enum: COMPENSATIONS, enumName: 'Compensation' })
  compensation!: Compensation;
  dueOn!: string | null;
}

/** A stage as the pitch stands to it. */
export class PitchStep {
  stage!: string;
  name!: string;
  /** What is to be done there. */
  nextStep!: string;
  /** Whether a person may move the pitch there now. */
  isAllowed!: boolean;
  /** Why not: the code of the refusal a move would get. */
  code!: string | null;
  /** Why not, and what to do, in words. */
  why!: string | null;
  /** Keys of the fields and needs that are missing. */
  missing!: string[];
}

/** A pitch with all that is known. */
export class PitchDetail {
  id!: string;
  campaignId!: string;
  campaignName!: string;
  kind!: string;
  kindName!: string;
  clientId!: string;
  clientName!: string;
  brandId!: string;
  brandName!: string;
  siteId!: string | null;
  siteKey!: string | null;
  displayHost!: string | null;
  prospectId!: string | null;
  label!: string;
  stage!: string;
  stageName!: string;
  stageSince!: Date;
  daysInStage!: number;
  isStuck!: boolean;
  @ApiProperty({ enum: PITCH_STATUSES, enumName: 'PitchStatus' })
  status!: PitchStatus;
  @ApiProperty({ enum: PITCH_OUTCOMES, nullable: true })
  outcome!: PitchOutcome | null;
  lossReason!: string | null;
  lossReasonName!: string | null;
  lossNote!: string;
  assigneeMemberId!: string | null;
  assigneeName!: string | null;
  @ApiProperty({ type: () => PitchTargetPage, nullable: true })
  targetPage!: PitchTargetPage | null;
  @ApiProperty({ type: () => PitchAsset, nullable: true })
  asset!: PitchAsset | null;
  /** Values of the kind's own fields by key. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  fields!: Record<string, unknown>;
  /** The team's own words; empty where the kind's stand. */
  nextStep!: string;
  nextStepOn!: string | null;
  isOverdue!: boolean;
  pausedUntil!: string | null;
  /** What the client said, by what it was asked: `site`, `topic`, `draft`. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  approvalStates!: Record<string, string>;
  /** In the order in which they are asked. */
  contacts!: PitchContact[];
  files!: PitchFileView[];
  placements!: PitchPlacementView[];
  /** Every stage of the kind, in its order. */
  steps!: PitchStep[];
  firstContactedAt!: Date | null;
  closedAt!: Date | null;
  createdByName!: string | null;
  revision!: number;
  createdAt!: Date;
  updatedAt!: Date;
  archivedAt!: Date | null;
}

export const PITCH_WARNINGS = [
  'do_not_contact',
  'excluded',
  'locked_by_other',
  'contacted_lately',
  'contacted_for_other_client',
  'already_links',
  'in_campaign',
  'open_pitch',
] as const;
export type PitchWarningCode = (typeof PITCH_WARNINGS)[number];

/** What stands against a pitch that was made all the same. Names are null where whoever asks may not see them. */
export class PitchWarning {
  @ApiProperty({ enum: PITCH_WARNINGS, enumName: 'PitchWarningCode' })
  code!: PitchWarningCode;
  /** The colleague it is about. */
  by!: string | null;
  /** The day it happened, or until which it holds. */
  @ApiProperty({ format: 'date' })
  on!: string | null;
  clientName!: string | null;
  /** The other pitch, for `in_campaign` and `open_pitch`. */
  pitchId!: string | null;
}

export class AddedPitch extends PitchDetail {
  warnings!: PitchWarning[];
}
