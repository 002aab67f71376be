import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsNumber, IsString, MaxLength } from 'class-validator';
import {
  AUTHORITY_SOURCES,
  AUTHORITY_STANDINGS,
  type AuthoritySource,
  type AuthorityStanding,
} from '../../core/sites/authority.js';
import {
  METRIC_SOURCES,
  METRIC_UNITS,
  type MetricSource,
  type MetricUnit,
} from '../../core/sites/metrics.js';
import { IsDay } from '../../platform/http/field-rules.js';

/** A figure somebody writes down. */
export class NewSiteMetric {
  /** Who measured: `hand` for the team itself, else the tool the figure was read in. */
  @IsIn(METRIC_SOURCES)
  @ApiProperty({ enum: METRIC_SOURCES, enumName: 'MetricSource' })
  source!: MetricSource;

  /** A figure of that source; `GET /site-metrics` lists them with their ranges. */
  @IsString()
  @MaxLength(60)
  metric!: string;

  @IsNumber({ allowNaN: false, allowInfinity: false })
  value!: number;

  /** The day it was measured. */
  @IsString()
  @IsDay()
  measuredOn!: string;
}

/** A figure of one source on one day. */
export class SiteMetric {
  @ApiProperty({ enum: METRIC_SOURCES, enumName: 'MetricSource' })
  source!: MetricSource;
  metric!: string;
  value!: number;
  @ApiProperty({ type: String, format: 'date' })
  measuredOn!: string;
  /** The edition of the source it comes from (a release, a list id); empty where it has none. */
  release!: string;
}

export class PastSiteMetric extends SiteMetric {
  recordedAt!: Date;
  /** The import that brought it; null when it was typed in or read from a list. */
  importId!: string | null;
}

/** Whether an open list knows the site. */
export class AuthorityStandingView {
  @ApiProperty({ enum: AUTHORITY_SOURCES, enumName: 'AuthoritySource' })
  source!: AuthoritySource;
  /** `listed`, `not_listed` in the last edition read, or `not_read`: no edition was read since the site is known. */
  @ApiProperty({ enum: AUTHORITY_STANDINGS, enumName: 'AuthorityStanding' })
  standing!: AuthorityStanding;
  /** The last edition read; empty when none was. */
  release!: string;
}

export class SiteMetrics {
  /** The newest figure of each kind; sources are never mixed. */
  latest!: SiteMetric[];
  /** All figures, newest first. */
  history!: PastSiteMetric[];
  authority!: AuthorityStandingView[];
}

/** What a source measures and the values it can have. */
export class KnownMetricView {
  @ApiProperty({ enum: METRIC_SOURCES, enumName: 'MetricSource' })
  source!: MetricSource;
  metric!: string;
  @ApiProperty({ enum: METRIC_UNITS, enumName: 'MetricUnit' })
  unit!: MetricUnit;
  from!: number;
  to!: number;
  isWhole!: boolean;
}

export class KnownMetrics {
  items!: KnownMetricView[];
}
