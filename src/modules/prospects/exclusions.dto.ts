import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsEmail,
  IsIn,
  IsString,
  IsUUID,
  MaxLength,
} from 'class-validator';
import {
  EXCLUSION_REASONS,
  type ExclusionReason,
  SUPPRESSION_REASONS,
  type SuppressionReason,
} from '../../core/prospects/prospect.js';
import { IsWebAddress } from '../../platform/http/field-rules.js';
import { ListPage, ListQuery } from '../../platform/http/list.dto.js';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';

/** Sites a client wants no link from: one, or many pasted at once, an address a line. */
export class NewExclusions {
  @MayBeAbsent()
  @IsString()
  @IsWebAddress()
  siteAddress?: string;

  @MayBeAbsent()
  @IsUUID()
  siteId?: string;

  @MayBeAbsent()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(5000)
  @IsString({ each: true })
  @MaxLength(4000, { each: true })
  addresses?: string[];

  @IsIn(EXCLUSION_REASONS)
  @ApiProperty({ enum: EXCLUSION_REASONS, enumName: 'ExclusionReason' })
  reason!: ExclusionReason;

  @MayBeAbsent()
  @IsString()
  @MaxLength(2000)
  note?: string;
}

export class ExclusionView {
  id!: string;
  clientId!: string;
  siteId!: string;
  siteKey!: string;
  displayHost!: string;
  @ApiProperty({ enum: EXCLUSION_REASONS, enumName: 'ExclusionReason' })
  reason!: ExclusionReason;
  note!: string;
  createdByName!: string | null;
  createdAt!: Date;
}

export class ExclusionList extends ListPage {
  items!: ExclusionView[];
}

/** A pasted line that is no address. */
export class ExclusionFault {
  /** From 1. */
  lineNo!: number;
  text!: string;
  @ApiProperty({ enum: ['not_an_address'] })
  code!: 'not_an_address';
}

/** What became of the wish. */
export class AddedExclusions {
  added!: number;
  /** Excluded before. */
  known!: number;
  errors!: ExclusionFault[];
}

export class SuppressionsQuery extends ListQuery {
  @MayBeAbsent()
  @IsIn(['address', 'site'])
  kind?: 'address' | 'site';

  /** The site's name or the address, from its beginning. */
  @MayBeAbsent()
  @IsString()
  @MaxLength(320)
  search?: string;
}

/** A site or an address nobody of the team may contact. */
export class NewSuppression {
  @MayBeAbsent()
  @IsString()
  @IsWebAddress()
  siteAddress?: string;

  @MayBeAbsent()
  @IsUUID()
  siteId?: string;

  @MayBeAbsent()
  @IsEmail()
  address?: string;

  @IsIn(SUPPRESSION_REASONS)
  @ApiProperty({ enum: SUPPRESSION_REASONS, enumName: 'SuppressionReason' })
  reason!: SuppressionReason;

  @MayBeAbsent()
  @IsString()
  @MaxLength(2000)
  note?: string;
}

export class SuppressionView {
  id!: string;
  @ApiProperty({ enum: ['address', 'site'] })
  kind!: 'address' | 'site';
  siteId!: string | null;
  displayHost!: string | null;
  /** Null where the person behind it was erased; the address is then known by its hash alone. */
  address!: string | null;
  @ApiProperty({ enum: SUPPRESSION_REASONS, enumName: 'SuppressionReason' })
  reason!: SuppressionReason;
  note!: string;
  createdByName!: string | null;
  createdAt!: Date;
}

export class SuppressionList extends ListPage {
  items!: SuppressionView[];
}
