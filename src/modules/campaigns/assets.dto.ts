import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
} from 'class-validator';
import { ASSET_STATUSES, ASSET_TYPES, type AssetStatus, type AssetType } from '../../core/campaigns/asset.js';
import { IsDay, IsFilled, IsWebAddress } from '../../platform/http/field-rules.js';
import { commaList, ListPage, ListQuery, trueOrFalse } from '../../platform/http/list.dto.js';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';

/** Which assets: every field narrows. */
export class AssetListQuery extends ListQuery {
  @MayBeAbsent()
  @IsUUID()
  clientId?: string;

  @MayBeAbsent()
  @IsUUID()
  brandId?: string;

  @MayBeAbsent()
  @Transform(({ value }: { value: unknown }) => commaList(value))
  @IsIn(ASSET_TYPES, { each: true })
  @ApiProperty({ type: String, description: 'Types with commas between', example: 'research,tool' })
  type?: AssetType[];

  @MayBeAbsent()
  @Transform(({ value }: { value: unknown }) => commaList(value))
  @IsIn(ASSET_STATUSES, { each: true })
  @ApiProperty({ type: String, description: 'Statuses with commas between', example: 'ready' })
  status?: AssetStatus[];

  /** True lists archived assets, false (the default) those that are not. */
  @MayBeAbsent()
  @Transform(({ value }: { value: unknown }) => trueOrFalse(value))
  @IsBoolean()
  archived?: boolean;
}

/** What can be said about an asset. */
class AssetWish {
  @MayBeAbsent()
  @IsIn(ASSET_STATUSES)
  @ApiProperty({ enum: ASSET_STATUSES, enumName: 'AssetStatus' })
  status?: AssetStatus;

  /** Where it stands. */
  @IsOptional()
  @IsString()
  @IsWebAddress()
  url?: string | null;

  /** The brand's target page it is. */
  @IsOptional()
  @IsUUID()
  targetPageId?: string | null;

  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @IsFilled({ each: true })
  @MaxLength(60, { each: true })
  topics?: string[];

  @MayBeAbsent()
  @IsString()
  @MaxLength(10_000)
  description?: string;

  @IsOptional()
  @IsUUID()
  ownerMemberId?: string | null;

  /** The day it is, or will be, ready. */
  @IsOptional()
  @IsDay()
  readyOn?: string | null;
}

export class NewAsset extends AssetWish {
  @IsUUID()
  brandId!: string;

  @IsIn(ASSET_TYPES)
  @ApiProperty({ enum: ASSET_TYPES, enumName: 'AssetType' })
  type!: AssetType;

  @IsString()
  @IsFilled()
  @MaxLength(300)
  title!: string;
}

export class AssetChange extends AssetWish {
  @IsInt()
  revision!: number;

  @MayBeAbsent()
  @IsIn(ASSET_TYPES)
  @ApiProperty({ enum: ASSET_TYPES, enumName: 'AssetType' })
  type?: AssetType;

  @MayBeAbsent()
  @IsString()
  @IsFilled()
  @MaxLength(300)
  title?: string;
}

export class AssetView {
  id!: string;
  clientId!: string;
  clientName!: string;
  brandId!: string;
  brandName!: string;
  @ApiProperty({ enum: ASSET_TYPES, enumName: 'AssetType' })
  type!: AssetType;
  title!: string;
  url!: string | null;
  targetPageId!: string | null;
  targetPageUrl!: string | null;
  @ApiProperty({ enum: ASSET_STATUSES, enumName: 'AssetStatus' })
  status!: AssetStatus;
  topics!: string[];
  description!: string;
  ownerMemberId!: string | null;
  ownerName!: string | null;
  readyOn!: string | null;
  /** Pitches that offer it. */
  pitchCount!: number;
  wonCount!: number;
  revision!: number;
  createdAt!: Date;
  archivedAt!: Date | null;
}

export class AssetList extends ListPage {
  items!: AssetView[];
}
