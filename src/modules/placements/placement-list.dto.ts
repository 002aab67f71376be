import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsString, IsUUID, MaxLength, ValidateIf } from 'class-validator';
import {
  COMPENSATIONS,
  type Compensation,
  PLACEMENT_STATES,
  PLACEMENT_TYPES,
  type PlacementState,
  type PlacementType,
} from '../../core/placements/placement.js';
import { IsMonth } from '../../platform/http/field-rules.js';
import { commaList, ListQuery, trueOrFalse } from '../../platform/http/list.dto.js';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';

/** Named questions that several pages ask in the same words. */
export const PLACEMENT_PROBLEMS = [
  'lost_week',
  'changed_week',
  'overdue',
  'unlabelled',
  'check_by_hand',
  'site_down',
  'target_failing',
  'terms_not_met',
  'worse_week',
] as const;
export type PlacementProblem = (typeof PLACEMENT_PROBLEMS)[number];

export const PLACEMENT_SORTS = ['newest', 'checked', 'source', 'state_since'] as const;
export type PlacementSort = (typeof PLACEMENT_SORTS)[number];

const Flag = (): PropertyDecorator => Transform(({ value }: { value: unknown }) => trueOrFalse(value));
const List = (): PropertyDecorator => Transform(({ value }: { value: unknown }) => commaList(value));

/** Which placements: every field narrows. Of a list with commas one must fit. */
export class PlacementFilter {
  @MayBeAbsent()
  @List()
  @IsIn(PLACEMENT_STATES, { each: true })
  @ApiProperty({ type: String, description: 'States with commas between', example: 'live,differs' })
  state?: PlacementState[];

  @MayBeAbsent()
  @IsUUID()
  clientId?: string;

  @MayBeAbsent()
  @IsUUID()
  brandId?: string;

  @MayBeAbsent()
  @IsUUID()
  siteId?: string;

  @MayBeAbsent()
  @IsUUID()
  targetPageId?: string;

  /** A member's id, or `none` for placements nobody owns. */
  @ValidateIf((filter: PlacementFilter) => !['none', undefined].includes(filter.ownerMemberId))
  @IsUUID()
  @ApiProperty({ type: String, format: 'uuid or none', required: false })
  ownerMemberId?: string;

  @MayBeAbsent()
  @IsUUID()
  importId?: string;

  @MayBeAbsent()
  @IsUUID()
  campaignId?: string;

  @MayBeAbsent()
  @IsUUID()
  pitchId?: string;

  @MayBeAbsent()
  @List()
  @IsIn(PLACEMENT_TYPES, { each: true })
  @ApiProperty({ type: String, description: 'Types with commas between' })
  type?: PlacementType[];

  @MayBeAbsent()
  @List()
  @IsIn(COMPENSATIONS, { each: true })
  @ApiProperty({ type: String, description: 'Compensations with commas between' })
  compensation?: Compensation[];

  @MayBeAbsent()
  @Flag()
  @IsBoolean()
  rechecking?: boolean;

  @MayBeAbsent()
  @Flag()
  @IsBoolean()
  overdue?: boolean;

  /** Compensated links that nobody labels. */
  @MayBeAbsent()
  @Flag()
  @IsBoolean()
  unlabelled?: boolean;

  /** True: only placements that a campaign came to. */
  @MayBeAbsent()
  @Flag()
  @IsBoolean()
  ofCampaigns?: boolean;

  /** First seen live in this month, as the workspace lives it. */
  @MayBeAbsent()
  @IsMonth()
  @ApiProperty({ type: String, required: false, example: '2026-11' })
  liveIn?: string;

  /** Due in this month. */
  @MayBeAbsent()
  @IsMonth()
  @ApiProperty({ type: String, required: false, example: '2026-11' })
  dueIn?: string;

  @MayBeAbsent()
  @IsIn(PLACEMENT_PROBLEMS)
  @ApiProperty({ enum: PLACEMENT_PROBLEMS, enumName: 'PlacementProblem' })
  problem?: PlacementProblem;

  /** Words of the source page's or the target's address: three characters at least; fewer are the beginning of the source's host. */
  @MayBeAbsent()
  @IsString()
  @MaxLength(300)
  search?: string;

  /** True lists archived placements, false (the default) those that are not. */
  @MayBeAbsent()
  @Flag()
  @IsBoolean()
  archived?: boolean;
}

/** The query of the list: its filter, its order, its page. */
export class PlacementListQuery extends IntersectionType(PlacementFilter, ListQuery) {
  @MayBeAbsent()
  @IsIn(PLACEMENT_SORTS)
  @ApiProperty({ enum: PLACEMENT_SORTS, enumName: 'PlacementSort' })
  sort?: PlacementSort;
}

/** The query of the export: which placements, in which form. */
export class PlacementExportQuery extends PlacementFilter {
  @MayBeAbsent()
  @IsIn(['csv', 'xlsx'])
  format?: 'csv' | 'xlsx';
}
