import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, IsString, IsUUID, Matches, Max, MaxLength, Min } from 'class-validator';
import { LOCALES, type Locale } from '../../platform/http/language.js';
import { ListPage, ListQuery } from '../../platform/http/list.dto.js';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';
import { ReportDocument } from './report-document.dto.js';

const STATES = ['draft', 'sent'] as const;
/** A report is worked on, or sent and never changed again. */
export type ReportState = (typeof STATES)[number];

/** A month of the calendar from 1970 to 9999. */
const MONTH = /^(?:19[7-9]|[2-9]\d\d)\d-(?:0[1-9]|1[0-2])$/;

/** A report to make. */
export class NewReport {
  @IsUUID()
  clientId!: string;

  /** YYYY-MM */
  @Matches(MONTH)
  month!: string;

  /** Absent: the client's language. */
  @MayBeAbsent()
  @IsIn(LOCALES)
  @ApiProperty({ enum: LOCALES })
  locale?: Locale;
}

export class ReportChange {
  @IsInt()
  @Min(1)
  revision!: number;

  /** What the team says about the month; the client reads it. */
  @MayBeAbsent()
  @IsString()
  @MaxLength(10_000)
  comment?: string;

  @MayBeAbsent()
  @IsIn(LOCALES)
  @ApiProperty({ enum: LOCALES })
  locale?: Locale;
}

/** The revision that was looked at: what is sent is what was seen. */
export class ReportSending {
  @IsInt()
  @Min(1)
  revision!: number;
}

export class ReportsQuery extends ListQuery {
  @MayBeAbsent()
  @IsUUID()
  clientId?: string;

  /** YYYY-MM */
  @MayBeAbsent()
  @Matches(MONTH)
  month?: string;

  @MayBeAbsent()
  @IsIn(STATES)
  @ApiProperty({ enum: STATES, enumName: 'ReportState' })
  state?: ReportState;
}

export class ReportInList {
  id!: string;
  clientId!: string;
  clientName!: string;
  /** YYYY-MM */
  month!: string;
  @ApiProperty({ enum: LOCALES })
  locale!: Locale;
  @ApiProperty({ enum: STATES, enumName: 'ReportState' })
  state!: ReportState;
  /** The report of the same month that this one replaces. */
  replacesId!: string | null;
  /** A later one of the same month replaces it. */
  isReplaced!: boolean;
  createdAt!: Date;
  sentAt!: Date | null;
  sentByName!: string | null;
  /** Links that still open it. */
  openLinkCount!: number;
  openedCount!: number;
}

export class ReportList extends ListPage {
  items!: ReportInList[];
}

/** How fresh the facts of a draft are. */
export class ReportChecks {
  askedAt!: Date | null;
  /** Links whose page can be looked at. */
  total!: number;
  /** Looked at since they were asked for. */
  fresh!: number;
  /** Asked for and not looked at yet. */
  waiting!: number;
  /** Looked at, or not, and still nobody can tell. */
  unknown!: number;
}

export class ReportDetail extends ReportInList {
  comment!: string;
  revision!: number;
  /** SHA-256 of what was sent, in hexadecimal; null for a draft. */
  sha256!: string | null;
  /** Null once it is sent: what was known then stands in the report. */
  @ApiProperty({ type: ReportChecks, nullable: true })
  checks!: ReportChecks | null;
  document!: ReportDocument;
}

/** How long a link opens a report. */
export class NewReportLink {
  @IsInt()
  @Min(1)
  @Max(365)
  days!: number;
}

export class ReportLinkMade {
  id!: string;
  /** The address to give away; shown this once. */
  url!: string;
  expiresAt!: Date;
}

export class ReportLinkInList {
  id!: string;
  createdAt!: Date;
  createdByName!: string | null;
  expiresAt!: Date;
  revokedAt!: Date | null;
  openedCount!: number;
  lastOpenedAt!: Date | null;
  /** Whether it still opens the report. */
  isOpen!: boolean;
}

export class ReportLinkList {
  items!: ReportLinkInList[];
}

/** A report as whoever has a link to it reads it. */
export class SharedReport {
  document!: ReportDocument;
  expiresAt!: Date;
}
