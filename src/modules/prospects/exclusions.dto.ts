import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsString, IsUUID, MaxLength } from 'class-validator';
import { EXCLUSION_REASONS, type ExclusionReason } from '../../core/prospects/prospect.js';
import { IsWebAddress } from '../../platform/http/field-rules.js';
import { ListPage } from '../../platform/http/list.dto.js';
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
