import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsString, IsUUID, MaxLength, ValidateIf } from 'class-validator';
import { CAMPAIGN_STATUSES, type CampaignStatus } from '../../core/campaigns/campaign.js';
import { IsMonth } from '../../platform/http/field-rules.js';
import { commaList, ListQuery, trueOrFalse } from '../../platform/http/list.dto.js';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';

export const CAMPAIGN_SORTS = ['newest', 'name'] as const;
export type CampaignSort = (typeof CAMPAIGN_SORTS)[number];

const List = (): PropertyDecorator => Transform(({ value }: { value: unknown }) => commaList(value));

/** Which campaigns, and in which order: every field narrows. Of a list with commas one must fit. */
export class CampaignListQuery extends ListQuery {
  @MayBeAbsent()
  @IsUUID()
  clientId?: string;

  @MayBeAbsent()
  @IsUUID()
  brandId?: string;

  @MayBeAbsent()
  @List()
  @IsString({ each: true })
  @MaxLength(40, { each: true })
  @ApiProperty({ type: String, description: 'Keys of kinds with commas between' })
  kind?: string[];

  @MayBeAbsent()
  @List()
  @IsIn(CAMPAIGN_STATUSES, { each: true })
  @ApiProperty({ type: String, description: 'Statuses with commas between', example: 'running,paused' })
  status?: CampaignStatus[];

  /** A member's id, `me`, or `none` for campaigns nobody owns. */
  @ValidateIf((query: CampaignListQuery) => !['none', 'me', undefined].includes(query.ownerMemberId))
  @IsUUID()
  @ApiProperty({ type: String, format: 'uuid, me or none', required: false })
  ownerMemberId?: string;

  /** Under way in this month: begun, not over before it, and more than planned. */
  @MayBeAbsent()
  @IsMonth()
  @ApiProperty({ type: String, required: false, example: '2026-11' })
  runningIn?: string;

  /** Words in the name. */
  @MayBeAbsent()
  @IsString()
  @MaxLength(200)
  search?: string;

  @MayBeAbsent()
  @Transform(({ value }: { value: unknown }) => trueOrFalse(value))
  @IsBoolean()
  archived?: boolean;

  @MayBeAbsent()
  @IsIn(CAMPAIGN_SORTS)
  @ApiProperty({ enum: CAMPAIGN_SORTS, enumName: 'CampaignSort' })
  sort?: CampaignSort;
}
