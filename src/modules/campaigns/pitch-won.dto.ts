import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import {
  COMPENSATIONS,
  type Compensation,
  PLACEMENT_LABELS,
  PLACEMENT_TYPES,
  type PlacementLabel,
  type PlacementType,
} from '../../core/placements/placement.js';
import { REL_TERMS, type RelTerm } from '../../core/placements/terms.js';
import { IsDay, IsFilled, IsWebAddress } from '../../platform/http/field-rules.js';
import { ObjectIfSent } from '../../platform/http/if-sent.js';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';
import { SourceWish, TermsWish } from '../placements/placements.service.js';

/** A link that was agreed. What is left out is as the kind expects it; the site is the pitch's own. */
export class AgreedPlacement {
  /** The site, while the page is not known. */
  @MayBeAbsent()
  @IsUUID()
  siteId?: string;

  /** The page the link will stand on, where it is known. */
  @MayBeAbsent()
  @IsString()
  @IsWebAddress()
  sourceUrl?: string;

  /** Left out, the pitch's target page. */
  @MayBeAbsent()
  @IsString()
  @IsWebAddress()
  targetUrl?: string;

  @MayBeAbsent()
  @IsIn(PLACEMENT_TYPES)
  @ApiProperty({ enum: PLACEMENT_TYPES, enumName: 'PlacementType' })
  type?: PlacementType;

  @MayBeAbsent()
  @IsIn(COMPENSATIONS)
  @ApiProperty({ enum: COMPENSATIONS, enumName: 'Compensation' })
  compensation?: Compensation;

  @IsOptional()
  @IsIn([...PLACEMENT_LABELS, null])
  @ApiProperty({ enum: PLACEMENT_LABELS, enumName: 'PlacementLabel', nullable: true })
  label?: PlacementLabel | null;

  @MayBeAbsent()
  @IsBoolean()
  labellingAgreed?: boolean;

  /** The words that were agreed for the link. */
  @MayBeAbsent()
  @IsString()
  @IsFilled()
  @MaxLength(1000)
  anchor?: string;

  /** What was agreed about rel. */
  @MayBeAbsent()
  @IsIn(REL_TERMS)
  @ApiProperty({ enum: REL_TERMS, enumName: 'RelTerm' })
  rel?: RelTerm;

  /** The last day the link was agreed to stay. */
  @MayBeAbsent()
  @IsString()
  @IsDay()
  durationUntil?: string;

  /** The day the link is due. */
  @IsOptional()
  @IsString()
  @IsDay()
  dueOn?: string | null;

  /** Terms with their standing; `anchor`, `rel` and `durationUntil` above are short for agreed ones. */
  @ObjectIfSent(() => TermsWish)
  terms?: TermsWish;

  @MayBeAbsent()
  @IsString()
  @MaxLength(10_000)
  notes?: string;
}

/** What was agreed with the site, and where it is written. One agreement may cover several sites. */
export class WonWish {
  /** The revision that was read; left out, whatever it is now. */
  @MayBeAbsent()
  @IsInt()
  @Min(1)
  revision?: number;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => AgreedPlacement)
  placements!: AgreedPlacement[];

  @IsObject()
  @ValidateNested()
  @Type(() => SourceWish)
  source!: SourceWish;
}
