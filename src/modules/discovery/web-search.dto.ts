import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsInt,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { PROSPECT_STATUSES, type ProspectStatus } from '../../core/prospects/prospect.js';
import { IsFilled } from '../../platform/http/field-rules.js';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';
import { SiteConflict } from '../prospects/conflict.service.js';
import { ServiceQuota } from './discovery.dto.js';

/** Pages of results a question has at most. */
const MOST_PAGES = 10;

/** Words of a question at most, as the service takes them. */
const FIFTY_WORDS = /^\s*(?:\S+\s+){0,49}\S*$/;

export class SearchWish {
  @IsString()
  @IsFilled()
  @MaxLength(400)
  @Matches(FIFTY_WORDS)
  words!: string;

  /** The page of results, the first where it is left out. */
  @MayBeAbsent()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MOST_PAGES)
  page?: number;

  /** ISO 639-1: the language results are wanted in; the service's own choice where it is left out. */
  @MayBeAbsent()
  @Matches(/^[a-z]{2}$/)
  @ApiProperty({ required: false, example: 'nl' })
  language?: string;

  /** The client somebody searches for: what stands against approaching a site is told for it. */
  @MayBeAbsent()
  @IsUUID()
  clientId?: string;
}

/** Sites to tell of, by their keys as a search answers them. */
export class FoundSitesWish {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @IsFilled({ each: true })
  @MaxLength(500, { each: true })
  siteKeys!: string[];

  @MayBeAbsent()
  @IsUUID()
  clientId?: string;
}

export class SearchResult {
  url!: string;
  title!: string;
  description!: string;
  siteKey!: string;
  displayHost!: string;
  /** The workspace's site, null while it has none. */
  siteId!: string | null;
}

/** The prospect a site is already. */
export class FoundProspect {
  id!: string;
  @ApiProperty({ enum: PROSPECT_STATUSES, enumName: 'ProspectStatus' })
  status!: ProspectStatus;
  ownerName!: string | null;
  archivedAt!: Date | null;
}

/** A brand of ours. */
export class FoundBrand {
  id!: string;
  name!: string;
}

/** What the team knows of a site that was found. */
export class FoundSite {
  siteKey!: string;
  displayHost!: string;
  /** The workspace's site, null while it has none: nothing is known of it then. */
  siteId!: string | null;
  @ApiProperty({ type: () => FoundProspect, nullable: true })
  prospect!: FoundProspect | null;
  /** A brand of ours lives there. */
  @ApiProperty({ type: () => FoundBrand, nullable: true })
  ownBrand!: FoundBrand | null;
  /** Placements there, of the clients whoever asks may see. */
  placements!: number;
  /** Whether approaching it would get in somebody's way; null while the workspace has no such site. */
  @ApiProperty({ type: () => SiteConflict, nullable: true })
  conflict!: SiteConflict | null;
}

export class FoundSiteList {
  /** One for each key, in their order. */
  items!: FoundSite[];
}

export class SearchAnswer {
  items!: SearchResult[];
  /** What is known of the sites of the results, each once, in the order they come up. */
  sites!: FoundSite[];
  /** The page to ask for next, null where the service has no more. Pages may overlap. */
  nextPage!: number | null;
  @ApiProperty({ type: () => ServiceQuota, nullable: true })
  quota!: ServiceQuota | null;
}
