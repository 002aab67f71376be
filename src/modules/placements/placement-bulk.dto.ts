import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';
import { PlacementFilter } from './placement-list.dto.js';

export const BULK_ACTIONS = ['check', 'archive', 'end', 'assign', 'accept'] as const;
export type BulkAction = (typeof BULK_ACTIONS)[number];

/** What an action needs to know beside its name. */
export class BulkParams {
  /** For `assign`: the new owner, null for nobody. */
  @IsOptional()
  @IsUUID()
  ownerMemberId?: string | null;

  /** For `end`. */
  @MayBeAbsent()
  @IsString()
  @MaxLength(4000)
  reason?: string;

  /** For `accept`. */
  @MayBeAbsent()
  @IsString()
  @MaxLength(4000)
  note?: string;
}

/** An act on many placements: named ones, or all that fit a filter now. */
export class BulkWish {
  @IsIn(BULK_ACTIONS)
  @ApiProperty({ enum: BULK_ACTIONS, enumName: 'BulkAction' })
  action!: BulkAction;

  @MayBeAbsent()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(10_000)
  @IsUUID(undefined, { each: true })
  ids?: string[];

  @MayBeAbsent()
  @IsObject()
  @ValidateNested()
  @Type(() => PlacementFilter)
  filter?: PlacementFilter;

  @MayBeAbsent()
  @IsObject()
  @ValidateNested()
  @Type(() => BulkParams)
  params?: BulkParams;
}
