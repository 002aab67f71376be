import { Injectable } from '@nestjs/common';
import type { ApprovalContent } from '../../core/approvals/content.js';
import type { ApprovalSubject } from '../../core/campaigns/kind.js';
import type { ApprovalState } from '../../core/campaigns/pitch.js';
import type { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import { isUniqueViolation } from '../../platform/database/violations.js';
import { AppError } from '../../platform/errors/app-error.js';
import type { ApprovalComment } from './approval-content.dto.js';
import type { ApprovalRecord } from './approval-record.js';

/** A question as it is written down first. */
export interface NewApproval {
  readonly id: string;
  readonly clientId: string;
  readonly brandId: string;
  readonly campaignId: string | null;
  readonly pitchId: string | null;
  readonly subject: ApprovalSubject;
  readonly content: ApprovalContent;
  readonly note: string;
  readonly dueOn: string | null;
  readonly askedBy: string;
  readonly askedAt: Date;
}

/** What decides about a question, held so that two decisions cannot both be made. */
export interface HeldApproval {
  readonly id: string;
  readonly clientId: string;
  readonly brandId: string;
  readonly campaignId: string | null;
  readonly pitchId: string | null;
  readonly subject: ApprovalSubject;
  readonly state: ApprovalState;
}

const COLUMNS = `a.id, a.client_id as "clientId", cl.name as "clientName", a.brand_id as "brandId", b.name as "brandName",
  a.campaign_id as "campaignId", c.name as "campaignName", a.pitch_id as "pitchId", a.subject, a.state, a.content, a.note,
  a.due_on::text as "dueOn", a.asked_by_member_id as "askedByMemberId", am.name as "askedByName", a.asked_at as "askedAt",
  dm.name as "decidedByName", a.decided_at as "decidedAt", a.reason,
  (select count(*)::int from approval_comments x where x.workspace_id = a.workspace_id and x.approval_id = a.id) as "commentCount"`;

const JOINS = `join clients cl on cl.workspace_id = a.workspace_id and cl.id = a.client_id
  join brands b on b.workspace_id = a.workspace_id and b.id = a.brand_id
  left join campaigns c on c.workspace_id = a.workspace_id and c.id = a.campaign_id
  left join members am on am.workspace_id = a.workspace_id and am.id = a.asked_by_member_id
  left join members dm on dm.workspace_id = a.workspace_id and dm.id = a.decided_by_member_id`;

/** Rows of questions to clients and of what is said about them, in the open transaction. */
@Injectable()
export class ApprovalsRepository {
  constructor(private readonly database: Database) {}

  /** Throws `approval.asked_already` where the same is asked of the same pitch and not yet answered. */
  async insert(row: NewApproval): Promise<void> {
    const { workspaceId } = this.database.scope();
    try {
      await this.query(
        `insert into approvals (workspace_id, id, client_id, brand_id, campaign_id, pitch_id, subject, content, note, due_on,
           asked_by_member_id, asked_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
        [
          ...[workspaceId, row.id, row.clientId, row.brandId, row.campaignId, row.pitchId, row.subject],
          ...[JSON.stringify(row.content), row.note, row.dueOn, row.askedBy, row.askedAt],
        ],
      );
    } catch (error) {
      throw isUniqueViolation(error, 'approvals_asked') ? new AppError('approval.asked_already') : error;
    }
  }

  /** Subjects that are asked of these pitches and wait for an answer. */
  async asked(pitchIds: readonly string[], subject: ApprovalSubject): Promise<ReadonlySet<string>> {
    const rows = await this.query<{ pitchId: string }>(
      `select a.pitch_id as "pitchId" from unnest($1::uuid[]) as wanted (id)
       join approvals a on a.pitch_id = wanted.id and a.subject = $2 and a.state = 'asked'`,
      [pitchIds, subject],
    );
    return new Set(rows.map(({ pitchId }) => pitchId));
  }

  /** The question with its row held, or null. */
  async hold(id: string): Promise<HeldApproval | null> {
    const rows = await this.query<HeldApproval>(
      `select id, client_id as "clientId", brand_id as "brandId", campaign_id as "campaignId", pitch_id as "pitchId", subject, state
       from approvals where id = $1 for update`,
      [id],
    );
    return rows[0] ?? null;
  }

  async decide(
    id: string,
    change: { state: ApprovalState; memberId: string; at: Date; reason: string },
  ): Promise<void> {
    await this.query(
      'update approvals set state = $2, decided_by_member_id = $3, decided_at = $4, reason = $5 where id = $1',
      [id, change.state, change.memberId, change.at, change.reason],
    );
  }

  /** Rows that fit, the newest first; the cursor's condition is among them. */
  page(all: Conditions, limit: number): Promise<(ApprovalRecord & { sortKey: string })[]> {
    return this.query(
      `select ${COLUMNS}, to_char(a.asked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "sortKey"
       from approvals a ${JOINS} where ${all.where} order by a.asked_at desc, a.id desc limit ${limit}`,
      all.values,
    );
  }

  async count(all: Conditions, upTo: number): Promise<number> {
    const rows = await this.query<{ n: number }>(
      `select count(*)::int as n from (select 1 from approvals a where ${all.where} limit ${upTo}) found`,
      all.values,
    );
    return rows[0]?.n ?? 0;
  }

  /** One question, or null. */
  async one(id: string): Promise<ApprovalRecord | null> {
    const rows = await this.query<ApprovalRecord>(
      `select ${COLUMNS} from approvals a ${JOINS} where a.id = $1`,
      [id],
    );
    return rows[0] ?? null;
  }

  /** Questions by their ids, in their order. */
  many(ids: readonly string[]): Promise<ApprovalRecord[]> {
    return this.query(
      `select ${COLUMNS} from unnest($1::uuid[]) with ordinality as wanted (id, no)
       join approvals a on a.id = wanted.id ${JOINS} order by wanted.no`,
      [ids],
    );
  }

  comments(id: string): Promise<ApprovalComment[]> {
    return this.query(
      `select x.id, x.by_client as "byClient", m.name as "authorName", x.body, x.written_at as "writtenAt"
       from approval_comments x
       left join members m on m.workspace_id = x.workspace_id and m.id = x.author_member_id
       where x.approval_id = $1 order by x.written_at, x.id`,
      [id],
    );
  }

  async addComment(
    approval: HeldApproval,
    comment: { id: string; memberId: string; byClient: boolean; body: string; at: Date },
  ): Promise<void> {
    const { workspaceId } = this.database.scope();
    await this.query(
      `insert into approval_comments (workspace_id, id, client_id, approval_id, author_member_id, by_client, body, written_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        ...[workspaceId, comment.id, approval.clientId, approval.id],
        ...[comment.memberId, comment.byClient, comment.body, comment.at],
      ],
    );
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}
