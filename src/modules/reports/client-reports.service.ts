import { Injectable } from '@nestjs/common';
import type { ReportContent } from '../../core/reports/content.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors/app-error.js';
import type { ListQuery } from '../../platform/http/list.dto.js';
import { type Principal, scopeOf } from '../../platform/http/principal.js';
import type { ClientReport, ClientReportInList, ClientReportList } from './client-portal.dto.js';
import { ReportBuilding } from './report-building.js';
import { documentOf } from './report-document.js';
import { inList, ReportLists } from './report-lists.js';
import type { ReportInList } from './reports.dto.js';
import { ReportsRepository } from './reports.repository.js';

/** Reports as somebody of a client reads them: those that were sent to their clients. */
@Injectable()
export class ClientReports {
  constructor(
    private readonly database: Database,
    private readonly reports: ReportsRepository,
    private readonly lists: ReportLists,
    private readonly building: ReportBuilding,
    private readonly clock: Clock,
  ) {}

  page(who: Principal, asked: ListQuery): Promise<ClientReportList> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const wanted = { clientIds: who.clientIds ?? [], state: 'sent' };
      const { items, ...page } = await this.lists.page(wanted, asked);
      return { items: items.map(shown), ...page };
    });
  }

  /** Throws `report.not_found`. */
  get(who: Principal, id: string): Promise<ClientReport> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const report = await this.theirs(who, id);
      return { ...shown(report), document: documentOf(await this.building.sent(id)) };
    });
  }

  /** What a report says, for its files. Throws `report.not_found`. */
  content(who: Principal, id: string): Promise<ReportContent> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      await this.theirs(who, id);
      return this.building.sent(id);
    });
  }

  private async theirs(who: Principal, id: string): Promise<ReportInList> {
    const report = await this.reports.find(id, this.clock.now());
    const isTheirs = report !== null && (who.clientIds?.includes(report.clientId) ?? false);
    if (!isTheirs || report.state !== 'sent') throw new AppError('report.not_found', { id });
    return inList(report);
  }
}

function shown({
  id,
  clientName,
  month,
  locale,
  sentAt,
  createdAt,
  isReplaced,
}: ReportInList): ClientReportInList {
  return { id, clientName, month, locale, sentAt: sentAt ?? createdAt, isReplaced };
}
