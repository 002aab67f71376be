import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsUUID } from 'class-validator';
import { MERGE_KINDS, type MergeKind } from '../../core/merges/merge-kind.js';
import { ListPage, ListQuery } from '../../platform/http/list.dto.js';
import { MergeRecord } from './merges.dto.js';

/**
 * Why two records look like one: the same name at the same site or publisher; the same name; sites of one name under
 * two suffixes that share a contact or publisher.
 */
export const DOUBLE_REASONS = ['same_name_same_place', 'same_name', 'same_domain_name'] as const;
export type DoubleReason = (typeof DOUBLE_REASONS)[number];

export class DoublesQuery extends ListQuery {
  @IsIn(MERGE_KINDS)
  @ApiProperty({ enum: MERGE_KINDS, enumName: 'MergeKind' })
  kind!: MergeKind;
}

export class DoubleView {
  @ApiProperty({ enum: MERGE_KINDS, enumName: 'MergeKind' })
  kind!: MergeKind;
  @ApiProperty({ enum: DOUBLE_REASONS, enumName: 'DoubleReason' })
  reason!: DoubleReason;
  /** The older of the two: the one a merge would keep unless a person turns them. */
  first!: MergeRecord;
  second!: MergeRecord;
}

export class DoubleList extends ListPage {
  items!: DoubleView[];
}

export class NotDoubles {
  @IsIn(MERGE_KINDS)
  @ApiProperty({ enum: MERGE_KINDS, enumName: 'MergeKind' })
  kind!: MergeKind;

  @IsUUID()
  firstId!: string;

  @IsUUID()
  secondId!: string;
}
