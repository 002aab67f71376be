import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { CAMPAIGN_STATUSES, type CampaignStatus, GUARDS, type Guard } from '../../core/campaigns/campaign.js';
import { APPROVAL_SUBJECTS, type ApprovalSubject } from '../../core/campaigns/kind.js';
import { IsDay, IsFilled } from '../../platform/http/field-rules.js';
import { ListPage } from '../../platform/http/list.dto.js';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';

/** An amount in the smallest unit of its currency. */
export class Amount {
  @IsInt()
  @Min(0)
  @Max(1_000_000_000_000)
  minor!: number;

  @Matches(/^[A-Z]{3}$/)
  @ApiProperty({ example: 'EUR' })
  currency!: string;
}

/** What a new campaign and a change of one have in common. */
class CampaignWish {
  @MayBeAbsent()
  @IsIn(CAMPAIGN_STATUSES)
  @ApiProperty({ enum: CAMPAIGN_STATUSES, enumName: 'CampaignStatus' })
  status?: CampaignStatus;

  /** The member who answers for it; null for nobody. */
  @IsOptional()
  @IsUUID()
  ownerMemberId?: string | null;

  /** Placements agreed with the client for each month; null where nothing was agreed. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(10_000)
  agreedPerMonth?: number | null;

  /** What the campaign may spend; null where nothing was set. */
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => Amount)
  @ApiProperty({ type: () => Amount, nullable: true, required: false })
  budget?: Amount | null;

  @IsOptional()
  @IsString()
  @IsDay()
  startsOn?: string | null;

  @IsOptional()
  @IsString()
  @IsDay()
  endsOn?: string | null;

  /** First mails the campaign may send in a week; null for no limit of its own. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(100_000)
  firstMailsPerWeek?: number | null;

  /** What to do when a prospect would get in a colleague's way. */
  @MayBeAbsent()
  @IsIn(GUARDS)
  @ApiProperty({ enum: GUARDS, enumName: 'CampaignGuard' })
  onConflict?: Guard;

  /** What to do when the client excluded a site, or it must not be contacted. */
  @MayBeAbsent()
  @IsIn(GUARDS)
  @ApiProperty({ enum: GUARDS, enumName: 'CampaignGuard' })
  onExclusion?: Guard;

  /** What the client approves before a pitch goes on. */
  @MayBeAbsent()
  @IsArray()
  @ArrayUnique()
  @IsIn(APPROVAL_SUBJECTS, { each: true })
  @ApiProperty({ enum: APPROVAL_SUBJECTS, enumName: 'ApprovalSubject', isArray: true })
  approvals?: ApprovalSubject[];

  @MayBeAbsent()
  @IsString()
  @MaxLength(10_000)
  notes?: string;
}

export class NewCampaign extends CampaignWish {
  @IsUUID()
  brandId!: string;

  /** A key of `GET /campaign-kinds`. */
  @IsString()
  @MaxLength(40)
  kind!: string;

  @IsString()
  @IsFilled()
  @MaxLength(200)
  name!: string;

  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(100)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  memberIds?: string[];

  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(200)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  targetPageIds?: string[];
}

export class CampaignChange extends CampaignWish {
  /** The revision that was read; a stale one is refused with `campaign.changed_meanwhile`. */
  @IsInt()
  @Min(1)
  revision!: number;

  @MayBeAbsent()
  @IsString()
  @IsFilled()
  @MaxLength(200)
  name?: string;
}

/** A target page of the brand that the campaign works for. */
export class CampaignTargetPageWish {
  @IsUUID()
  targetPageId!: string;

  /** The member who looks after it; null for nobody. */
  @IsOptional()
  @IsUUID()
  ownerMemberId?: string | null;

  /** What shall be reached for it, in the team's words. */
  @MayBeAbsent()
  @IsString()
  @MaxLength(1000)
  goal?: string;

  @MayBeAbsent()
  @IsString()
  @MaxLength(300)
  nextAction?: string;

  @IsOptional()
  @IsString()
  @IsDay()
  nextActionOn?: string | null;
}

export class CampaignTargetPagesWish {
  /** All of them, in their order. */
  @IsArray()
  @ArrayMaxSize(200)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => CampaignTargetPageWish)
  items!: CampaignTargetPageWish[];
}

export class CampaignMembersWish {
  /** All of them. */
  @IsArray()
  @ArrayMaxSize(100)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  memberIds!: string[];
}

export class AmountView {
  minor!: number;
  currency!: string;
}

/** Pitches of a campaign that stand at one stage; lost ones are counted apart. */
export class FunnelStep {
  stage!: string;
  name!: string;
  count!: number;
}

/** A campaign as lists show it. */
export class CampaignRow {
  id!: string;
  name!: string;
  kind!: string;
  clientId!: string;
  clientName!: string;
  brandId!: string;
  brandName!: string;
  @ApiProperty({ enum: CAMPAIGN_STATUSES, enumName: 'CampaignStatus' })
  status!: CampaignStatus;
  ownerMemberId!: string | null;
  ownerName!: string | null;
  agreedPerMonth!: number | null;
  /** Placements that were seen live for the first time this month. */
  deliveredThisMonth!: number;
  @ApiProperty({ type: () => AmountView, nullable: true })
  budget!: AmountView | null;
  startsOn!: string | null;
  endsOn!: string | null;
  /** Pitches that are not archived. */
  pitchCount!: number;
  /** Every stage of the kind in its order. */
  funnel!: FunnelStep[];
  wonCount!: number;
  lostCount!: number;
  /** Won or lost. */
  decidedCount!: number;
  revision!: number;
  createdAt!: Date;
  archivedAt!: Date | null;
}

export class CampaignList extends ListPage {
  items!: CampaignRow[];
}

export class CampaignMember {
  memberId!: string;
  name!: string;
}

export class CampaignTargetPage {
  targetPageId!: string;
  url!: string;
  label!: string;
  ownerMemberId!: string | null;
  ownerName!: string | null;
  goal!: string;
  nextAction!: string;
  nextActionOn!: string | null;
}

/** A campaign with all its settings. */
export class CampaignDetail extends CampaignRow {
  members!: CampaignMember[];
  targetPages!: CampaignTargetPage[];
  @ApiProperty({ enum: APPROVAL_SUBJECTS, enumName: 'ApprovalSubject', isArray: true })
  approvals!: ApprovalSubject[];
  @ApiProperty({ enum: GUARDS, enumName: 'CampaignGuard' })
  onConflict!: Guard;
  @ApiProperty({ enum: GUARDS, enumName: 'CampaignGuard' })
  onExclusion!: Guard;
  firstMailsPerWeek!: number | null;
  notes!: string;
}
