import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  IsBoolean,
  IsIn,
  IsISO8601,
  IsNumber,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  ValidateIf,
} from 'class-validator';
import { PROSPECT_STATUSES, type ProspectStatus, STAGES, type Stage } from '../../core/prospects/prospect.js';
import { IsMapOfTexts } from '../../platform/http/field-rules.js';
import { commaList, ListQuery, trueOrFalse } from '../../platform/http/list.dto.js';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';

export const FIT_FILTERS = ['unanswered', '1', '2', '3', '4', '5'] as const;
export type FitFilter = (typeof FIT_FILTERS)[number];

const SORTS = ['newest', 'updated', 'site', 'status', 'fit', 'last_touch', 'owner', 'metric'] as const;
/** `newest` and its like, or `custom.<key>`. */
export type ProspectSort = (typeof SORTS)[number] | `custom.${string}`;

/** A column of a metric: `source.metric`. */
const METRIC = /^[a-z_]{1,30}\.[a-z0-9_]{1,60}$/;
const SORT = new RegExp(`^(?:${SORTS.join('|')}|custom\\.[a-z][a-z0-9_]{0,39})$`);

const Flag = (): PropertyDecorator => Transform(({ value }: { value: unknown }) => trueOrFalse(value));
const List = (): PropertyDecorator => Transform(({ value }: { value: unknown }) => commaList(value));
const Decimal = (): PropertyDecorator => Transform(({ value }: { value: unknown }) => decimal(value));

/** Which prospects: every field narrows. Of a list with commas one must fit; of tags and topics all must. */
export class ProspectFilter {
  @MayBeAbsent()
  @List()
  @IsIn(PROSPECT_STATUSES, { each: true })
  @ApiProperty({ type: String, description: 'Statuses with commas between', example: 'new,qualified' })
  status?: ProspectStatus[];

  /** A member's id, or `none` for prospects nobody owns. */
  @ValidateIf((filter: ProspectFilter) => !['none', undefined].includes(filter.ownerMemberId))
  @IsUUID()
  @ApiProperty({ type: String, format: 'uuid or none', required: false })
  ownerMemberId?: string;

  @MayBeAbsent()
  @List()
  @ArrayMaxSize(20)
  @IsUUID(undefined, { each: true })
  @ApiProperty({ type: String, description: 'Ids of tags with commas between; a prospect has all of them' })
  tag?: string[];

  @MayBeAbsent()
  @List()
  @ArrayMaxSize(20)
  @IsUUID(undefined, { each: true })
  @ApiProperty({ type: String, description: 'Ids of topics with commas between; a prospect has all of them' })
  topic?: string[];

  @MayBeAbsent()
  @List()
  @Matches(/^[a-z]{2}$/, { each: true })
  @ApiProperty({ type: String, description: 'Languages (ISO 639-1) with commas between', example: 'nl,en' })
  language?: string[];

  @MayBeAbsent()
  @List()
  @Matches(/^[A-Z]{2}$/, { each: true })
  @ApiProperty({ type: String, description: 'Countries (ISO 3166-1) with commas between', example: 'NL,BE' })
  country?: string[];

  /** At least so many of the five questions answered with yes, or `unanswered` where none is. */
  @MayBeAbsent()
  @IsIn(FIT_FILTERS)
  @ApiProperty({ enum: FIT_FILTERS, enumName: 'FitFilter' })
  fit?: FitFilter;

  @MayBeAbsent()
  @List()
  @IsIn(STAGES, { each: true })
  @ApiProperty({ type: String, description: 'Stages of the relationship with commas between' })
  stage?: Stage[];

  @MayBeAbsent()
  @Flag()
  @IsBoolean()
  doNotContact?: boolean;

  @MayBeAbsent()
  @Flag()
  @IsBoolean()
  hasContact?: boolean;

  @MayBeAbsent()
  @IsUUID()
  publisherId?: string;

  /** The client whose exclusions count; `excluded` says how. */
  @MayBeAbsent()
  @IsUUID()
  clientId?: string;

  /** With `clientId`: leaves out what that client excludes (the default), or shows only that. */
  @MayBeAbsent()
  @IsIn(['hide', 'only'])
  excluded?: 'hide' | 'only';

  /** Last touched before this moment; sites nobody ever touched are among them. */
  @MayBeAbsent()
  @IsISO8601({ strict: true })
  @Matches(/^\d{4}-/)
  lastTouchBefore?: string;

  @MayBeAbsent()
  @IsISO8601({ strict: true })
  @Matches(/^\d{4}-/)
  lastTouchAfter?: string;

  /** The metric that `metricFrom`, `metricTo` and the order `metric` mean: `source.metric`. */
  @MayBeAbsent()
  @Matches(METRIC)
  @ApiProperty({ example: 'ahrefs.domain_rating' })
  metric?: string;

  @MayBeAbsent()
  @Decimal()
  @IsNumber()
  metricFrom?: number;

  @MayBeAbsent()
  @Decimal()
  @IsNumber()
  metricTo?: number;

  /** Values of own fields, one parameter each: `custom.<key>=value`. */
  @MayBeAbsent()
  @IsMapOfTexts()
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  custom?: Record<string, string>;

  @MayBeAbsent()
  @IsUUID()
  importId?: string;

  /** Words of the site's name or of the notes: three characters at least; fewer are the beginning of the site's name. */
  @MayBeAbsent()
  @IsString()
  @MaxLength(300)
  search?: string;

  /** True lists archived prospects, false (the default) those that are not. */
  @MayBeAbsent()
  @Flag()
  @IsBoolean()
  archived?: boolean;
}

/** The query of the list: its filter, its order, its page. */
export class ProspectListQuery extends IntersectionType(ProspectFilter, ListQuery) {
  /** One of newest, updated, site, status, fit, last_touch, owner, metric, or `custom.<key>`. */
  @MayBeAbsent()
  @Matches(SORT)
  @ApiProperty({ type: String, example: 'last_touch' })
  sort?: ProspectSort;

  /** Each order has a direction of its own where this is not said. */
  @MayBeAbsent()
  @IsIn(['asc', 'desc'])
  order?: 'asc' | 'desc';

  /** Metrics to show: `source.metric` with commas between. */
  @MayBeAbsent()
  @List()
  @ArrayMaxSize(20)
  @Matches(METRIC, { each: true })
  @ApiProperty({ type: String, example: 'ahrefs.domain_rating,moz.domain_authority' })
  show?: string[];
}

/** The query of the export: which prospects, in which form. */
export class ProspectExportQuery extends ProspectFilter {
  @MayBeAbsent()
  @IsIn(['csv', 'xlsx'])
  format?: 'csv' | 'xlsx';
}

/** Reads a number of a query; anything else stays as it is, for the check to refuse. */
function decimal(value: unknown): unknown {
  return typeof value === 'string' && /^-?\d{1,15}(?:\.\d{1,10})?$/.test(value) ? Number(value) : value;
}
