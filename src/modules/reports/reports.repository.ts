import { Injectable } from '@nestjs/common';
import type { ReportContent, ReportLogo } from '../../core/reports/content.js';
import type { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import { isUniqueViolation } from '../../platform/database/violations.js';
import { AppError } from '../../platform/errors/app-error.js';
import type { Locale } from '../../platform/i18n/catalogue.js';
import type { ReportState } from './reports.dto.js';

/** A report as it is kept. */
export interface ReportRecord {
  readonly id: string;
  readonly clientId: string;
  readonly clientName: string;
  /** YYYY-MM-01 */
  readonly month: string;
  readonly locale: Locale;
  readonly state: ReportState;
  readonly comment: string;
  readonly sha256: string | null;
  readonly replacesId: string | null;
  readonly replacesSentAt: Date | null;
  readonly isReplaced: boolean;
  readonly checksAskedAt: Date | null;
  readonly revision: number;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
  readonly sentByName: string | null;
  readonly openLinkCount: number;
  readonly openedCount: number;
}

/** A client as a report names it. */
export interface ReportedClient {
  readonly name: string;
  readonly locale: Locale;
  readonly isArchived: boolean;
  readonly logo: ReportLogo | null;
}

export interface NewReportRow {
  readonly id: string;
  readonly clientId: string;
  readonly month: string;
  readonly locale: Locale;
  readonly replacesId: string | null;
  readonly createdBy: string | null;
  readonly at: Date;
}

/** `$1` is now. */
const COLUMNS = `r.id, r.client_id as "clientId", cl.name as "clientName", r.month::text as month, r.locale, r.state, r.comment,
  encode(r.content_sha256, 'hex') as sha256, r.replaces_id as "replacesId", o.sent_at as "replacesSentAt",
  exists (select 1 from reports n where n.workspace_id = r.workspace_id and n.client_id = r.client_id and n.month = r.month
    and n.replaces_id = r.id and n.state = 'sent' and n.archived_at is null) as "isReplaced",
  r.checks_asked_at as "checksAskedAt", r.revision, r.created_at as "createdAt", r.sent_at as "sentAt",
  (select m.name from members m where m.workspace_id = r.workspace_id and m.user_id = r.sent_by order by m.created_at limit 1) as "sentByName",
  l.open as "openLinkCount", l.opened as "openedCount"`;

const JOINS = `join clients cl on cl.workspace_id = r.workspace_id and cl.id = r.client_id
  left join reports o on o.workspace_id = r.workspace_id and o.id = r.replaces_id
  cross join lateral (
    select (count(*) filter (where revoked_at is null and expires_at > $1))::int as open, coalesce(sum(opened_count), 0)::int as opened
    from report_links where workspace_id = r.workspace_id and report_id = r.id
  ) l`;

/** Rows of reports, in the open transaction. The policy of the table keeps what was sent from ever changing. */
@Injectable()
export class ReportsRepository {
  constructor(private readonly database: Database) {}

  /** Throws `report.draft_exists` where the client's month has a draft already. */
  async insert(row: NewReportRow): Promise<void> {
    try {
      await this.query(
        `insert into reports (workspace_id, id, client_id, month, locale, replaces_id, created_by, created_at, updated_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $8)`,
        [
          ...[this.database.scope().workspaceId, row.id, row.clientId, row.month, row.locale],
          ...[row.replacesId, row.createdBy, row.at],
        ],
      );
    } catch (error) {
      throw isUniqueViolation(error, 'reports_draft') ? new AppError('report.draft_exists') : error;
    }
  }

  /** One report, or null. */
  async find(id: string, now: Date): Promise<ReportRecord | null> {
    const rows = await this.query<ReportRecord>(
      `select ${COLUMNS} from reports r ${JOINS} where r.id = $2 and r.archived_at is null`,
      [now, id],
    );
    return rows[0] ?? null;
  }

  /** Rows that fit, newest month first. `all` has now as its first value. */
  page(all: Conditions, limit: number): Promise<ReportRecord[]> {
    return this.query(
      `select ${COLUMNS} from reports r ${JOINS} where r.archived_at is null and ${all.where}
       order by r.month desc, r.id desc limit ${limit}`,
      all.values,
    );
  }

  async count(all: Conditions, upTo: number): Promise<number> {
    const rows = await this.query<{ n: number }>(
      `select count(*)::int as n, $1::timestamptz as now
       from (select 1 from reports r where r.archived_at is null and ${all.where} limit ${upTo}) found`,
      all.values,
    );
    return rows[0]?.n ?? 0;
  }

  /** What was sent, and its SHA-256 in hexadecimal; null for a draft. */
  async sent(id: string): Promise<{ content: ReportContent; sha256: string } | null> {
    const rows = await this.query<{ content: ReportContent; sha256: string }>(
      `select content, encode(content_sha256, 'hex') as sha256 from reports
       where id = $1 and state = 'sent' and archived_at is null`,
      [id],
    );
    return rows[0] ?? null;
  }

  /** The last report that was sent for a client's month, or null. */
  async lastSent(clientId: string, month: string): Promise<string | null> {
    const rows = await this.query<{ id: string }>(
      `select id from reports where client_id = $1 and month = $2 and state = 'sent' and archived_at is null
       order by sent_at desc, id desc limit 1`,
      [clientId, month],
    );
    return rows[0]?.id ?? null;
  }

  /** Changes a draft of this revision; false where there is no such draft any more. */
  async change(
    id: string,
    revision: number,
    change: { comment: string; locale: Locale; at: Date },
  ): Promise<boolean> {
    return this.changed(
      `update reports set comment = $3, locale = $4, updated_at = $5, revision = revision + 1
       where id = $1 and revision = $2 and state = 'draft' and archived_at is null returning id`,
      [id, revision, change.comment, change.locale, change.at],
    );
  }

  /** Freezes a draft of this revision; false where there is no such draft any more. */
  async send(
    id: string,
    revision: number,
    sent: { content: ReportContent; sha256: Buffer; by: string | null; at: Date },
  ): Promise<boolean> {
    return this.changed(
      `update reports set state = 'sent', content = $3, content_sha256 = $4, sent_by = $5, sent_at = $6, updated_at = $6,
         revision = revision + 1
       where id = $1 and revision = $2 and state = 'draft' and archived_at is null returning id`,
      [id, revision, JSON.stringify(sent.content), sent.sha256, sent.by, sent.at],
    );
  }

  /** Notes when fresh checks were asked for. */
  async checksAsked(id: string, at: Date): Promise<void> {
    await this.query(`update reports set checks_asked_at = $2 where id = $1 and state = 'draft'`, [id, at]);
  }

  /** Throws a draft away; false where there is none. */
  async discard(id: string, at: Date): Promise<boolean> {
    return this.changed(
      `update reports set archived_at = $2, updated_at = $2 where id = $1 and state = 'draft' and archived_at is null returning id`,
      [id, at],
    );
  }

  /** A client as it is named and shown now, or null. */
  async client(id: string): Promise<ReportedClient | null> {
    const rows = await this.query<
      Omit<ReportedClient, 'logo'> & { sha256: string | null; type: string | null }
    >(
      `select name, locale, archived_at is not null as "isArchived", encode(logo_sha256, 'hex') as sha256, logo_type as type
       from clients where id = $1`,
      [id],
    );
    const [row] = rows;
    if (row === undefined) return null;
    const { name, locale, isArchived, sha256, type } = row;
    return { name, locale, isArchived, logo: sha256 === null || type === null ? null : { sha256, type } };
  }

  /** An update with `returning`: whether a row was changed. */
  private async changed(sql: string, values: unknown[]): Promise<boolean> {
    const [rows] = await this.database.manager().query<[unknown[], number]>(sql, values);
    return rows.length > 0;
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}
