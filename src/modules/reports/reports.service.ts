import { Injectable } from '@nestjs/common';
import type { EventKind } from '../../core/events/kinds.js';
import type { ReportContent } from '../../core/reports/content.js';
import { hasBegun } from '../../core/reports/month.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import { AppError } from '../../platform/errors/app-error.js';
import { Events } from '../../platform/events/events.js';
import { type Principal, scopeOf } from '../../platform/http/principal.js';
import { TeamService } from '../access/team.service.js';
import { contentHash, ReportBuilding } from './report-building.js';
import { documentOf } from './report-document.js';
import { inList } from './report-lists.js';
import type { NewReport, ReportChange, ReportDetail, ReportSending } from './reports.dto.js';
import { type ReportRecord, ReportsRepository } from './reports.repository.js';

/** Monthly reports: made, commented, sent. A draft is built live; what was sent never changes. */
@Injectable()
export class ReportsService {
  constructor(
    private readonly database: Database,
    private readonly reports: ReportsRepository,
    private readonly building: ReportBuilding,
    private readonly team: TeamService,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes a draft. Where the month was reported already it is a correction and says so. Throws `client.not_found`, `client.archived`,
   * `report.month_not_begun`, `report.draft_exists`.
   */
  make(who: Principal, wish: NewReport): Promise<ReportDetail> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const at = this.clock.now();
      const client = await this.reports.client(wish.clientId);
      if (client === null) throw new AppError('client.not_found', { id: wish.clientId });
      if (client.isArchived) throw new AppError('client.archived', { id: wish.clientId });
      const month = `${wish.month}-01`;
      const { timeZone } = await this.team.workspace();
      if (!hasBegun(month, at.getTime(), timeZone)) throw new AppError('report.month_not_begun');
      const replacesId = await this.reports.lastSent(wish.clientId, month);
      const id = newId(at);
      await this.reports.insert({
        ...{ id, clientId: wish.clientId, month, replacesId, at },
        locale: wish.locale ?? client.locale,
        createdBy: who.userId,
      });
      await this.record('report.added', { id, clientId: wish.clientId });
      return this.detail(await this.found(id));
    });
  }

  /** Throws `report.not_found`. */
  get(who: Principal, id: string): Promise<ReportDetail> {
    return this.database.inWorkspace(scopeOf(who), async () => this.detail(await this.found(id)));
  }

  /** What a report says: of a draft what it would say now. Throws `report.not_found`. */
  content(who: Principal, id: string): Promise<ReportContent> {
    return this.database.inWorkspace(scopeOf(who), async () => this.contentOf(await this.found(id)));
  }

  /** Throws `report.not_found`, `report.sent_already`, `report.changed_meanwhile`. */
  change(who: Principal, id: string, wish: ReportChange): Promise<ReportDetail> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const draft = await this.draft(id);
      const { comment = draft.comment, locale = draft.locale } = wish;
      const change = { comment: comment.trim(), locale, at: this.clock.now() };
      if (!(await this.reports.change(id, wish.revision, change)))
        throw new AppError('report.changed_meanwhile');
      await this.record('report.changed', draft);
      return this.detail(await this.found(id));
    });
  }

  /** Freezes a draft as it stands now. Throws `report.not_found`, `report.sent_already`, `report.changed_meanwhile`. */
  send(who: Principal, id: string, { revision }: ReportSending): Promise<ReportDetail> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const draft = await this.draft(id);
      const { content } = await this.building.build(draft);
      const sent = { content, sha256: contentHash(content), by: who.userId, at: this.clock.now() };
      if (!(await this.reports.send(id, revision, sent))) throw new AppError('report.changed_meanwhile');
      await this.record('report.sent', draft);
      return this.detail(await this.found(id));
    });
  }

  /** Throws a draft away. Throws `report.not_found`, `report.sent_already`. */
  discard(who: Principal, id: string): Promise<void> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const draft = await this.draft(id);
      await this.reports.discard(id, this.clock.now());
      await this.record('report.changed', draft, { discarded: true });
    });
  }

  /** A report that is not sent yet, in the open transaction. Throws `report.not_found`, `report.sent_already`. */
  async draft(id: string): Promise<ReportRecord> {
    const report = await this.found(id);
    if (report.state !== 'draft') throw new AppError('report.sent_already');
    return report;
  }

  private async found(id: string): Promise<ReportRecord> {
    const report = await this.reports.find(id, this.clock.now());
    if (report === null) throw new AppError('report.not_found', { id });
    return report;
  }

  private async contentOf(report: ReportRecord): Promise<ReportContent> {
    return report.state === 'sent'
      ? this.building.sent(report.id)
      : (await this.building.build(report)).content;
  }

  private async detail(report: ReportRecord): Promise<ReportDetail> {
    const built = report.state === 'draft' ? await this.building.build(report) : null;
    const content = built?.content ?? (await this.building.sent(report.id));
    const { comment, revision, sha256 } = report;
    return {
      ...inList(report),
      ...{ comment, revision, sha256 },
      checks: built?.checks ?? null,
      document: documentOf(content),
    };
  }

  private record(
    kind: Extract<EventKind, `report.${string}`>,
    { id, clientId }: { id: string; clientId: string },
    params: Readonly<Record<string, unknown>> = {},
  ): Promise<unknown> {
    const subjects = [
      { kind: 'report', id },
      { kind: 'client', id: clientId },
    ] as const;
    return this.events.record({ kind, clientId, subjects, params });
  }
}
