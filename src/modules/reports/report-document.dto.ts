import { ApiProperty } from '@nestjs/swagger';
import { PLACEMENT_TYPES, type PlacementType } from '../../core/placements/placement.js';
import { SECTIONS, type Section, STANDINGS, type Standing } from '../../core/reports/standing.js';
import { LOCALES, type Locale } from '../../platform/http/language.js';

/** A figure of a site, who measured it and when. */
export class ReportAuthority {
  source!: string;
  metric!: string;
  value!: number;
  /** YYYY-MM-DD */
  measuredOn!: string;
}

/** One link as a client may see it, with its words in the report's language. */
export class ReportLinkView {
  brand!: string;
  campaign!: string | null;
  @ApiProperty({ enum: PLACEMENT_TYPES, enumName: 'PlacementType' })
  type!: PlacementType;
  typeText!: string;
  /** Null while the page is not known. */
  sourceUrl!: string | null;
  site!: string;
  targetUrl!: string;
  /** Words of the link, as the last look that could tell saw them. */
  anchor!: string | null;
  /** Rel as it was seen; empty for a link without one, null where nothing was seen. */
  rel!: string | null;
  relText!: string;
  @ApiProperty({ type: ReportAuthority, nullable: true })
  authority!: ReportAuthority | null;
  authorityText!: string;
  @ApiProperty({ enum: STANDINGS, enumName: 'ReportStanding' })
  standing!: Standing;
  standingText!: string;
  since!: Date;
  deliveredAt!: Date | null;
  checkedAt!: Date | null;
  lastSeenAt!: Date | null;
  /** When the kept proof of the link as it stands there was taken. */
  proofAt!: Date | null;
  dueOn!: string | null;
  isReplacement!: boolean;
  replacedByUrl!: string | null;
}

/** One part of a report. */
export class ReportSectionView {
  @ApiProperty({ enum: SECTIONS, enumName: 'ReportSection' })
  key!: Section;
  title!: string;
  links!: ReportLinkView[];
}

/** A number with its words. */
export class ReportFigure {
  key!: string;
  value!: number;
  label!: string;
  note!: string | null;
}

/** What was agreed to deliver, and what was. */
export class ReportGoalView {
  brand!: string;
  campaign!: string | null;
  agreed!: number | null;
  delivered!: number;
}

/** Headings in the report's language. */
export class ReportWords {
  empty!: string;
  brand!: string;
  campaign!: string;
  noCampaign!: string;
  page!: string;
  pageUnknown!: string;
  target!: string;
  anchor!: string;
  rel!: string;
  type!: string;
  state!: string;
  delivered!: string;
  agreed!: string;
  checked!: string;
  seen!: string;
  proof!: string;
  authority!: string;
  authorityDay!: string;
  replacedBy!: string;
  isReplacement!: string;
  goals!: string;
  comment!: string;
  none!: string;
  neverChecked!: string;
}

/** A monthly report as it is read: data, and every word of it in its own language. */
export class ReportDocument {
  @ApiProperty({ enum: LOCALES })
  locale!: Locale;
  timeZone!: string;
  /** YYYY-MM */
  month!: string;
  title!: string;
  client!: string;
  team!: string;
  hasLogo!: boolean;
  madeAt!: Date;
  madeText!: string;
  comment!: string;
  /** Says which report this one replaces; null for a first one. */
  replacesText!: string | null;
  figures!: ReportFigure[];
  goals!: ReportGoalView[];
  sections!: ReportSectionView[];
  words!: ReportWords;
}
