import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  IsBoolean,
  IsIn,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  ValidateIf,
} from 'class-validator';
import { PITCH_STATUSES, type PitchStatus } from '../../../core/campaigns/pitch.js';
import { IsDay } from '../../../platform/http/field-rules.js';
import { commaList, trueOrFalse } from '../../../platform/http/list.dto.js';
import { MayBeAbsent } from '../../../platform/http/may-be-absent.js';

/** How a pitch ended, or that it has not. */
export const PITCH_ENDS = ['open', 'won', 'lost'] as const;
export type PitchEnd = (typeof PITCH_ENDS)[number];

/** The form of keys of kinds and stages. */
export const WORD = /^[a-z][a-z0-9_]{0,39}$/;

const Flag = (): PropertyDecorator => Transform(({ value }: { value: unknown }) => trueOrFalse(value));
const List = (): PropertyDecorator => Transform(({ value }: { value: unknown }) => commaList(value));

/** Which pitches: every field narrows. Of a list with commas one must fit. */
export class PitchFilter {
  @MayBeAbsent()
  @IsUUID()
  campaignId?: string;

  @MayBeAbsent()
  @Matches(WORD)
  @ApiProperty({ description: 'Key of a campaign kind', example: 'guest_blogging' })
  kind?: string;

  @MayBeAbsent()
  @List()
  @ArrayMaxSize(40)
  @Matches(WORD, { each: true })
  @ApiProperty({ type: String, description: 'Keys of stages with commas between' })
  stage?: string[];

  @MayBeAbsent()
  @List()
  @IsIn(PITCH_STATUSES, { each: true })
  @ApiProperty({
    type: String,
    description: 'Statuses with commas between',
    example: 'waiting_us,waiting_them',
  })
  status?: PitchStatus[];

  /** Open ones, won ones, lost ones. A board shows no lost ones unless it is asked for them. */
  @MayBeAbsent()
  @List()
  @IsIn(PITCH_ENDS, { each: true })
  @ApiProperty({ type: String, description: 'open, won, lost with commas between', example: 'open,won' })
  outcome?: PitchEnd[];

  /** A member's id, `me`, or `none` for pitches nobody works on. */
  @ValidateIf((filter: PitchFilter) => !['none', 'me', undefined].includes(filter.assigneeMemberId))
  @IsUUID()
  @ApiProperty({ type: String, format: 'uuid, me or none', required: false })
  assigneeMemberId?: string;

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
  contactId?: string;

  @MayBeAbsent()
  @IsUUID()
  assetId?: string;

  /** The day of the next step is past. */
  @MayBeAbsent()
  @Flag()
  @IsBoolean()
  overdue?: boolean;

  /** Nobody moves it: long in its stage, and no step is set for today or later. */
  @MayBeAbsent()
  @Flag()
  @IsBoolean()
  stuck?: boolean;

  /** Waiting for them for more than a week. */
  @MayBeAbsent()
  @Flag()
  @IsBoolean()
  unanswered?: boolean;

  /** Open, and a deadline of the kind's own fields is on this day or before. */
  @MayBeAbsent()
  @IsDay()
  @ApiProperty({ format: 'date' })
  deadlineTo?: string;

  /** The next step is on this day or later. */
  @MayBeAbsent()
  @IsDay()
  @ApiProperty({ format: 'date' })
  dueFrom?: string;

  /** The next step is on this day or before. */
  @MayBeAbsent()
  @IsDay()
  @ApiProperty({ format: 'date' })
  dueTo?: string;

  /** Words of the site's name, the label or the contacts. */
  @MayBeAbsent()
  @IsString()
  @MaxLength(300)
  search?: string;

  /** True lists archived pitches, false (the default) those that are not. */
  @MayBeAbsent()
  @Flag()
  @IsBoolean()
  archived?: boolean;
}
