import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { TARGET_PAGE_STATUSES, type TargetPageStatus } from '../../core/clients/target-page.js';
import { IsWebAddress } from '../../platform/http/field-rules.js';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';

export class NewTargetPage {
  @IsString()
  @IsWebAddress()
  url!: string;

  @MayBeAbsent()
  @IsString()
  @MaxLength(200)
  label?: string;
}

export class TargetPageChange {
  @MayBeAbsent()
  @IsString()
  @MaxLength(200)
  label?: string;
}

export class TargetPageView {
  id!: string;
  brandId!: string;
  url!: string;
  label!: string;
  @ApiProperty({ enum: TARGET_PAGE_STATUSES, enumName: 'TargetPageStatus' })
  status!: TargetPageStatus;
  httpStatus!: number | null;
  finalUrl!: string | null;
  indexable!: boolean | null;
  failingSince!: Date | null;
  /** Why the last check failed or could not tell; a finding code. */
  findingCode!: string | null;
  checkedAt!: Date | null;
  nextCheckAt!: Date | null;
  /** Placements that lead here and are not archived. */
  placementCount!: number;
  createdAt!: Date;
  archivedAt!: Date | null;
}

export class TargetPageList {
  items!: TargetPageView[];
}
