import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  Min,
} from 'class-validator';
import { PLACEMENT_STATES, type PlacementState } from '../../core/placements/placement.js';
import { CHANGED_LINKS, type ChangedLinks } from '../../core/reclaims/changed-links.js';
import {
  LINE_OUTCOMES,
  type LineOutcome,
  RECLAMATION_ACTS,
  RECLAMATION_STATES,
  type ReclamationAct,
  type ReclamationState,
} from '../../core/reclaims/reclaim.js';
import { IsDay } from '../../platform/http/field-rules.js';
import { ListPage, ListQuery } from '../../platform/http/list.dto.js';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';

const ASKED_STATES = ['open', ...RECLAMATION_STATES] as const;

export class ReclamationListQuery extends ListQuery {
  /** `open` stands for proposed, sent and answered. */
  @MayBeAbsent()
  @IsIn(ASKED_STATES)
  state?: (typeof ASKED_STATES)[number];

  @MayBeAbsent()
  @IsUUID()
  clientId?: string;

  @MayBeAbsent()
  @IsUUID()
  publisherId?: string;

  @MayBeAbsent()
  @IsUUID()
  siteId?: string;

  /** Whose reclamations. */
  @MayBeAbsent()
  @IsUUID()
  assigneeMemberId?: string;

  /** Only those that a placement stands on. */
  @MayBeAbsent()
  @IsUUID()
  placementId?: string;
}

export class NewReclamation {
  /** Placements that got worse, all of one client and one counterparty. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @IsUUID(undefined, { each: true })
  placementIds!: string[];
}

export class ReclamationChange {
  @IsInt()
  @Min(1)
  revision!: number;

  /** Null gives it to nobody. */
  @IsOptional()
  @IsUUID()
  assigneeMemberId?: string | null;

  @MayBeAbsent()
  @IsString()
  @MaxLength(5000)
  note?: string;
}

export class ReclamationStep {
  /** The day on which it happened, YYYY-MM-DD; today where absent. */
  @MayBeAbsent()
  @IsDay()
  on?: string;

  /** Added to the notes. */
  @MayBeAbsent()
  @IsString()
  @MaxLength(2000)
  note?: string;
}

export class ReclamationCounterparty {
  /** The publisher or supplier that is asked; null where nobody is known behind the site. */
  publisherId!: string | null;
  siteId!: string | null;
  /** The name of the publisher, else the host of the site. */
  name!: string;
}

export class ReclamationRow {
  id!: string;
  clientId!: string;
  clientName!: string;
  counterparty!: ReclamationCounterparty;
  @ApiProperty({ enum: RECLAMATION_STATES, enumName: 'ReclamationState' })
  state!: ReclamationState;
  lineCount!: number;
  openCount!: number;
  assigneeMemberId!: string | null;
  assigneeName!: string | null;
  /** When the first of its placements got worse. */
  gotWorseAt!: Date;
  sentAt!: Date | null;
  closedAt!: Date | null;
  createdAt!: Date;
  updatedAt!: Date;
  revision!: number;
}

export class ReclamationList extends ListPage {
  items!: ReclamationRow[];
}

export class ReclamationLine {
  placementId!: string;
  brandName!: string;
  sourceUrl!: string | null;
  targetUrl!: string;
  /** What the placement is now. */
  @ApiProperty({ enum: PLACEMENT_STATES, enumName: 'PlacementState' })
  state!: PlacementState;
  /** What it had become when it was proposed. */
  @ApiProperty({ enum: PLACEMENT_STATES, enumName: 'PlacementState' })
  worseState!: PlacementState;
  findingCodes!: string[];
  @ApiProperty({ enum: CHANGED_LINKS, enumName: 'ChangedLinks' })
  changedLinks!: ChangedLinks;
  gotWorseAt!: Date;
  /** The check that proves it; null for a placement that was added by hand and never checked since. */
  checkId!: string | null;
  lastSeenAt!: Date | null;
  @ApiProperty({ enum: LINE_OUTCOMES, enumName: 'ReclamationOutcome' })
  outcome!: LineOutcome;
  outcomeAt!: Date | null;
}

export class ReclamationDetail extends ReclamationRow {
  note!: string;
  lines!: ReclamationLine[];
  /** What may be done with it now. */
  @ApiProperty({ enum: RECLAMATION_ACTS, enumName: 'ReclamationAct', isArray: true })
  acts!: ReclamationAct[];
}

export class ReclamationsMade {
  /** The reclamations the placements stand on now, one per client and counterparty. */
  ids!: string[];
}
