import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsUUID } from 'class-validator';
import { LOCALES, type Locale } from '../../platform/http/language.js';
import { ListPage, ListQuery } from '../../platform/http/list.dto.js';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';
import { ReportDocument, ReportLinkView } from './report-document.dto.js';

export const PORTAL_SHOWN = ['live', 'awaited', 'lost'] as const;
export type PortalShown = (typeof PORTAL_SHOWN)[number];

export class ClientPlacementsQuery extends ListQuery {
  /** Links that are there (the default, those nobody could tell about included), awaited ones, or those that were lost. */
  @MayBeAbsent()
  @IsIn(PORTAL_SHOWN)
  show?: PortalShown;

  @MayBeAbsent()
  @IsUUID()
  clientId?: string;
}

/** A link as the client's list shows it. */
export class ClientPlacement extends ReportLinkView {
  id!: string;
  clientName!: string;
}

export class ClientPlacementList extends ListPage {
  items!: ClientPlacement[];
}

/** A report that was sent. */
export class ClientReportInList {
  id!: string;
  clientName!: string;
  /** YYYY-MM */
  month!: string;
  @ApiProperty({ enum: LOCALES })
  locale!: Locale;
  sentAt!: Date;
  /** A later one of the same month replaces it. */
  isReplaced!: boolean;
}

export class ClientReportList extends ListPage {
  items!: ClientReportInList[];
}

export class ClientReport extends ClientReportInList {
  document!: ReportDocument;
}

/** How it stands with one client this month. */
export class ClientInOverview {
  id!: string;
  name!: string;
  hasLogo!: boolean;
  /** Links that are there, those nobody could tell about included. */
  links!: number;
  /** Of these, links nobody could tell about at the last look. */
  unknown!: number;
  awaited!: number;
  deliveredThisMonth!: number;
  /** Null where nothing is agreed. */
  agreedThisMonth!: number | null;
  lostThisMonth!: number;
}

/** What somebody of a client sees first. */
export class ClientOverview {
  /** Who works for them. */
  team!: string;
  clients!: ClientInOverview[];
  /** Questions that wait for an answer. */
  openApprovals!: number;
  @ApiProperty({ type: ClientReportInList, nullable: true })
  newestReport!: ClientReportInList | null;
}
