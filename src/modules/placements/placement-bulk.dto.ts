import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { IdsIfSent, ObjectIfSent } from '../../platform/http/if-sent.js';
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

  @IdsIfSent()
  ids?: string[];

  @ObjectIfSent(() => PlacementFilter)
  filter?: PlacementFilter;

  @ObjectIfSent(() => BulkParams)
  params?: BulkParams;
}
