import { Injectable } from '@nestjs/common';
import { formatToken } from '../../core/access/token-format.js';
import { Clock } from '../../platform/clock/clock.js';
import { newSecret, sha256 } from '../../platform/crypto/secrets.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import { AppError } from '../../platform/errors/app-error.js';
import { Events } from '../../platform/events/events.js';
import { type Principal, scopeOf } from '../../platform/http/principal.js';
import { ReportLinksRepository } from './report-links.repository.js';
import type { NewReportLink, ReportLinkList, ReportLinkMade } from './reports.dto.js';
import { type ReportRecord, ReportsRepository } from './reports.repository.js';

const DAY_MS = 86_400_000;

/** Links that open a report to whoever has them, for a time. Only their hash is kept. */
@Injectable()
export class ReportLinks {
  constructor(
    private readonly database: Database,
    private readonly reports: ReportsRepository,
    private readonly links: ReportLinksRepository,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** Throws `report.not_found`. */
  list(who: Principal, reportId: string): Promise<ReportLinkList> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      await this.found(reportId);
      return { items: await this.links.list(reportId, this.clock.now()) };
    });
  }

  /** Makes a link to a report that was sent; its address is answered this once. Throws `report.not_found`, `report.not_sent`. */
  make(who: Principal, reportId: string, { days }: NewReportLink, site: string): Promise<ReportLinkMade> {
    const now = this.clock.now();
    const secret = newSecret();
    const expiresAt = new Date(now.getTime() + days * DAY_MS);
    return this.database.inWorkspace(scopeOf(who), async () => {
      const report = await this.found(reportId);
      if (report.state !== 'sent') throw new AppError('report.not_sent');
      const id = newId(now);
      const { clientId } = report;
      const tokenHash = sha256(secret);
      await this.links.insert({
        id,
        clientId,
        reportId,
        tokenHash,
        expiresAt,
        createdBy: who.userId,
        createdAt: now,
      });
      await this.record('report.shared', report, { linkId: id, days });
      const token = formatToken('report', { workspaceId: who.workspaceId, secret });
      return { id, url: `${site}/shared/reports/${token}`, expiresAt };
    });
  }

  /** Withdraws a link: it opens nothing any more. Throws `report.not_found`, `report.link_not_found`. */
  revoke(who: Principal, reportId: string, id: string): Promise<void> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const report = await this.found(reportId);
      if (!(await this.links.revoke(reportId, id, this.clock.now())))
        throw new AppError('report.link_not_found');
      await this.record('report.unshared', report, { linkId: id });
    });
  }

  private async found(id: string): Promise<ReportRecord> {
    const report = await this.reports.find(id, this.clock.now());
    if (report === null) throw new AppError('report.not_found', { id });
    return report;
  }

  private record(
    kind: 'report.shared' | 'report.unshared',
    { id, clientId }: ReportRecord,
    params: Readonly<Record<string, unknown>>,
  ): Promise<unknown> {
    const subjects = [
      { kind: 'report', id },
      { kind: 'client', id: clientId },
    ] as const;
    return this.events.record({ kind, clientId, subjects, params });
  }
}
