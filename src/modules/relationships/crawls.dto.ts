import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, Max, Min } from 'class-validator';
import { ListPage, ListQuery } from '../../platform/http/list.dto.js';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';

export const CRAWL_STATES = ['running', 'done', 'stopped', 'failed'] as const;
export type CrawlState = (typeof CRAWL_STATES)[number];

export const CRAWL_PAGE_STATES = ['waiting', 'read', 'failed', 'refused', 'skipped'] as const;
export type CrawlPageState = (typeof CRAWL_PAGE_STATES)[number];

/** When and how far a brand's own site is read. */
export class CrawlPlanWish {
  @IsBoolean()
  isOn!: boolean;

  @IsInt()
  @Min(1)
  @Max(365)
  everyDays!: number;

  @IsInt()
  @Min(1)
  @Max(50_000)
  pageLimit!: number;
}

/** One reading of a brand's own site. */
export class CrawlView {
  id!: string;
  brandId!: string;
  @ApiProperty({ enum: CRAWL_STATES, enumName: 'CrawlState' })
  state!: CrawlState;
  /** Whether every page that was found was read, refused by robots.txt or surely gone: only then "not found" is said. */
  isComplete!: boolean;
  pagesFound!: number;
  pagesRead!: number;
  pagesFailed!: number;
  /** Left out: robots.txt, nofollow, limits of depth, of pages and of page patterns. */
  pagesSkipped!: number;
  linksFound!: number;
  pageLimit!: number;
  errorCode!: string | null;
  startedAt!: Date;
  finishedAt!: Date | null;
  /** Who started it; null for the plan. */
  startedByName!: string | null;
}

export class CrawlPlanView {
  brandId!: string;
  isOn!: boolean;
  everyDays!: number;
  pageLimit!: number;
  nextAt!: Date | null;
  /** When the whole site was last read; null while it never was. */
  readCompletelyAt!: Date | null;
  /** The newest readings first, ten at most. */
  crawls!: CrawlView[];
}

export class StartedCrawl {
  crawlId!: string;
}

export class CrawlPagesQuery extends ListQuery {
  @MayBeAbsent()
  @IsIn(CRAWL_PAGE_STATES)
  @ApiProperty({ enum: CRAWL_PAGE_STATES, enumName: 'CrawlPageState' })
  state?: CrawlPageState;
}

export class CrawlPageView {
  url!: string;
  depth!: number;
  @ApiProperty({ enum: CRAWL_PAGE_STATES, enumName: 'CrawlPageState' })
  state!: CrawlPageState;
  /** Why it was not read; null where it was or is waiting. */
  findingCode!: string | null;
  httpStatus!: number | null;
  linkCount!: number | null;
  readAt!: Date | null;
}

export class CrawlPageList extends ListPage {
  items!: CrawlPageView[];
}
