import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { FIT_ANSWERS, type FitAnswer } from '../../core/prospects/fit.js';
import { LOCK_DAYS } from '../../core/prospects/lock.js';
import { PROSPECT_STATUSES, type ProspectStatus } from '../../core/prospects/prospect.js';
import { IsFilled, IsMapOfWords, IsWebAddress } from '../../platform/http/field-rules.js';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';
import { SiteConflict } from './conflict.dto.js';
import { ProspectRow } from './prospect-row.dto.js';

const LONGEST_TAG = 60;

/** What a new prospect and a change of one have in common. */
class ProspectWish {
  @MayBeAbsent()
  @IsIn(PROSPECT_STATUSES)
  @ApiProperty({ enum: PROSPECT_STATUSES, enumName: 'ProspectStatus' })
  status?: ProspectStatus;

  /** The member who looks after it; null for nobody. */
  @IsOptional()
  @IsUUID()
  ownerMemberId?: string | null;

  /** ISO 639-1; null takes it away. */
  @IsOptional()
  @Matches(/^[a-z]{2}$/)
  @ApiProperty({ type: String, nullable: true, required: false, example: 'nl' })
  language?: string | null;

  /** ISO 3166-1 alpha-2; null takes it away. */
  @IsOptional()
  @Matches(/^[A-Z]{2}$/)
  @ApiProperty({ type: String, nullable: true, required: false, example: 'NL' })
  country?: string | null;

  @MayBeAbsent()
  @IsString()
  @MaxLength(10_000)
  notes?: string;

  /** Names of all its tags; a name nobody used before makes a tag. */
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @IsFilled({ each: true })
  @MaxLength(LONGEST_TAG, { each: true })
  tags?: string[];

  /** Names of all its topics. */
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @IsFilled({ each: true })
  @MaxLength(LONGEST_TAG, { each: true })
  topics?: string[];

  /** Values of own fields by key; null takes one away. */
  @MayBeAbsent()
  @IsObject()
  @ApiProperty({
    type: 'object',
    additionalProperties: {
      oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }, { type: 'null' }],
    },
  })
  custom?: Record<string, unknown>;
}

/** A site the team may approach: by its id, or by any address on it. */
export class NewProspect extends ProspectWish {
  @MayBeAbsent()
  @IsString()
  @IsWebAddress()
  address?: string;

  @MayBeAbsent()
  @IsUUID()
  siteId?: string;
}

export class ProspectChange extends ProspectWish {
  /** The revision that was read; a stale one is refused with `prospect.changed_meanwhile`. */
  @IsInt()
  @Min(1)
  revision!: number;
}

/** Answers to questions and marks of the checklist. */
export class FitWish {
  @IsMapOfWords(FIT_ANSWERS)
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string', enum: [...FIT_ANSWERS] } })
  answers!: Record<string, FitAnswer>;
}

export class LockWish {
  /** Days the lock lasts. */
  @MayBeAbsent()
  @IsInt()
  @Min(1)
  @Max(LOCK_DAYS.most)
  days?: number;
}

/** One line of the checklist. */
export class FitLine {
  name!: string;
  /** The five questions are counted, the marks are only shown. */
  @ApiProperty({ enum: ['question', 'mark'] })
  kind!: 'question' | 'mark';
  @ApiProperty({ enum: FIT_ANSWERS, enumName: 'FitAnswer' })
  answer!: FitAnswer;
}

/** A prospect with all that is known. */
export class ProspectDetail extends ProspectRow {
  fit!: FitLine[];
  /** Touches of the site that are remembered. */
  touchCount!: number;
  conflict!: SiteConflict;
  importId!: string | null;
  createdByName!: string | null;
}

/** Something worth knowing about what was just made. */
export class ProspectWarning {
  @ApiProperty({ enum: ['do_not_contact', 'excluded', 'contacted_lately', 'sub_site'] })
  code!: 'do_not_contact' | 'excluded' | 'contacted_lately' | 'sub_site';
}

export class AddedProspect extends ProspectDetail {
  warnings!: ProspectWarning[];
}
