import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { ReportLinkInList } from './reports.dto.js';

/** What a token opens. */
export interface OpenedLink {
  readonly linkId: string;
  readonly reportId: string;
  readonly clientId: string;
}

/** Rows of links to reports. */
@Injectable()
export class ReportLinksRepository {
  constructor(private readonly database: Database) {}

  /** What a token opens at a moment, before its workspace is entered; null for one that is unknown, withdrawn, too old, or of another workspace. */
  async byToken(workspaceId: string, tokenHash: Buffer, at: Date): Promise<OpenedLink | null> {
    const rows = await this.query<OpenedLink>(
      `select link_id as "linkId", report_id as "reportId", client_id as "clientId" from find_report_link($1, $2, $3)`,
      [workspaceId, tokenHash, at],
    );
    return rows[0] ?? null;
  }

  async insert(link: {
    id: string;
    clientId: string;
    reportId: string;
    tokenHash: Buffer;
    expiresAt: Date;
    createdBy: string | null;
    createdAt: Date;
  }): Promise<void> {
    await this.query(
      `insert into report_links (workspace_id, id, client_id, report_id, token_sha256, expires_at, created_by, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        ...[this.database.scope().workspaceId, link.id, link.clientId, link.reportId, link.tokenHash],
        ...[link.expiresAt, link.createdBy, link.createdAt],
      ],
    );
  }

  /** Links of a report, the newest first. */
  list(reportId: string, now: Date): Promise<ReportLinkInList[]> {
    return this.query(
      `select l.id, l.created_at as "createdAt",
         (select m.name from members m where m.workspace_id = l.workspace_id and m.user_id = l.created_by order by m.created_at limit 1) as "createdByName",
         l.expires_at as "expiresAt", l.revoked_at as "revokedAt", l.opened_count as "openedCount", l.last_opened_at as "lastOpenedAt",
         (l.revoked_at is null and l.expires_at > $2) as "isOpen"
       from report_links l where l.report_id = $1 order by l.created_at desc, l.id desc`,
      [reportId, now],
    );
  }

  /** Withdraws a link of a report; false where it has no such link. One that is withdrawn already stays so. */
  async revoke(reportId: string, id: string, at: Date): Promise<boolean> {
    const [rows] = await this.database
      .manager()
      .query<[unknown[], number]>(
        'update report_links set revoked_at = coalesce(revoked_at, $3) where report_id = $1 and id = $2 returning id',
        [reportId, id, at],
      );
    return rows.length > 0;
  }

  /** Notes that a link was opened; answers until when it opens. */
  async opened(id: string, at: Date): Promise<Date | null> {
    const [rows] = await this.database
      .manager()
      .query<[{ expiresAt: Date }[], number]>(
        `update report_links set opened_count = opened_count + 1, last_opened_at = $2 where id = $1 returning expires_at as "expiresAt"`,
        [id, at],
      );
    return rows[0]?.expiresAt ?? null;
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}
