import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { PLACEMENT_TYPES, type PlacementType } from '../../core/placements/placement.js';
import { REL_TERMS, type RelTerm } from '../../core/placements/terms.js';
import { OUTDATED_REASONS, type OutdatedReason } from '../../core/publishers/publisher.js';
import { HIGHEST_PRICE, MOST_WORDS } from '../../core/publishers/told-conditions.js';
import { IsDay, IsFilled } from '../../platform/http/field-rules.js';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';

/** What was asked for and told; everything may be left open but not all at once. */
class ConditionWish {
  /** The type of placement they are for; absent where they hold for all. */
  @MayBeAbsent()
  @IsIn(PLACEMENT_TYPES)
  @ApiProperty({ enum: PLACEMENT_TYPES, enumName: 'PlacementType' })
  type?: PlacementType;

  /** Price in the smallest unit of its currency (cents); needs `currency`. */
  @MayBeAbsent()
  @IsInt()
  @Min(0)
  @Max(HIGHEST_PRICE)
  priceMinor?: number;

  /** ISO 4217 code; needs `priceMinor`. */
  @MayBeAbsent()
  @IsString()
  @Matches(/^[A-Z]{3}$/, { message: '$property must be a currency code of three capitals' })
  currency?: string;

  @MayBeAbsent()
  @IsIn(REL_TERMS)
  @ApiProperty({ enum: REL_TERMS, enumName: 'RelTerm' })
  relPolicy?: RelTerm;

  @MayBeAbsent()
  @IsInt()
  @Min(0)
  @Max(MOST_WORDS)
  wordsFrom?: number;

  @MayBeAbsent()
  @IsInt()
  @Min(0)
  @Max(MOST_WORDS)
  wordsTo?: number;

  @MayBeAbsent()
  @IsInt()
  @Min(0)
  @Max(10_000)
  turnaroundDays?: number;

  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @IsFilled({ each: true })
  @MaxLength(100, { each: true })
  refusedTopics?: string[];

  @MayBeAbsent()
  @IsString()
  @MaxLength(10_000)
  notes?: string;

  /** The day they were asked for. */
  @MayBeAbsent()
  @IsString()
  @IsDay()
  askedOn?: string;
}

/** Conditions of a publisher: for all its sites, or for one of them. */
export class NewPublisherConditions extends ConditionWish {
  @MayBeAbsent()
  @IsUUID()
  siteId?: string;
}

/** Conditions of a site, told by anybody or by one publisher. */
export class NewSiteConditions extends ConditionWish {
  @MayBeAbsent()
  @IsUUID()
  publisherId?: string;
}

export type ConditionsWished = NewPublisherConditions & NewSiteConditions;

/** The import that brought conditions, and its file; the name is null for who may not see that import. */
export class ConditionSourceView {
  importId!: string;
  fileName!: string | null;
}

export class ConditionView {
  id!: string;
  publisherId!: string | null;
  publisherName!: string | null;
  siteId!: string | null;
  /** The site's key as people read it. */
  displayHost!: string | null;
  @ApiProperty({ enum: PLACEMENT_TYPES, enumName: 'PlacementType', nullable: true })
  type!: PlacementType | null;
  priceMinor!: number | null;
  currency!: string | null;
  @ApiProperty({ enum: REL_TERMS, enumName: 'RelTerm', nullable: true })
  relPolicy!: RelTerm | null;
  wordsFrom!: number | null;
  wordsTo!: number | null;
  turnaroundDays!: number | null;
  refusedTopics!: string[];
  notes!: string;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  askedOn!: string | null;
  /** The file that told of them; null where a person wrote them down. */
  source!: ConditionSourceView | null;
  recordedAt!: Date;
  /** When they ceased to hold; null while they hold. */
  outdatedAt!: Date | null;
  @ApiProperty({ enum: OUTDATED_REASONS, enumName: 'OutdatedReason', nullable: true })
  outdatedReason!: OutdatedReason | null;
}

export class ConditionList {
  /** Newest first, outdated ones too. */
  items!: ConditionView[];
}
