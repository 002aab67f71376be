import { Injectable } from '@nestjs/common';
import type { MessageState, OutboundKind } from '../../core/sending/message-state.js';
import type { OutboxState } from '../../core/sending/outbox.js';
import { Database } from '../../platform/database/database.js';
import { COUNTED_UP_TO } from '../../platform/http/list.dto.js';
import type { Evidence } from './outbound-row.js';

/** Which mails of the outbox; absent means any. */
export interface OutboxAsked {
  readonly state: OutboxState;
  readonly mailboxId: string | null;
  readonly clientId: string | null;
  readonly campaignId: string | null;
  readonly pitchId: string | null;
}

/** A mail as the outbox shows it. */
export interface OutboxLine {
  readonly id: string;
  readonly kind: OutboundKind;
  readonly state: MessageState;
  readonly mailboxId: string;
  readonly mailboxAddress: string;
  readonly toAddress: string;
  readonly toName: string;
  readonly subject: string;
  readonly clientId: string | null;
  readonly pitchId: string | null;
  readonly siteName: string | null;
  readonly campaignName: string | null;
  readonly stepNo: number | null;
  readonly stepCount: number | null;
  readonly notBefore: Date;
  readonly holdCode: string | null;
  readonly holdParams: Readonly<Record<string, unknown>>;
  readonly heldAt: Date | null;
  readonly inDoubtAt: Date | null;
  readonly attempt: number;
  readonly sentAt: Date | null;
  readonly finalReply: string | null;
  readonly failureCode: string | null;
  readonly evidence: readonly Evidence[];
  readonly text: string;
  readonly html: string | null;
  readonly fromName: string;
  readonly messageId: string;
  readonly unsubscribeUrl: string | null;
  readonly sortKey: string;
}

/** What each state is, by what it is put in order, and which way. A mail a sender has in hand is on its way, not in doubt. */
const STATES: Readonly<Record<OutboxState, readonly [condition: string, key: string, way: 'asc' | 'desc']>> =
  {
    waiting: [
      `(o.state in ('ready', 'deferred', 'claimed') and o.held_at is null or o.state = 'in_doubt' and o.owner is not null)`,
      'o.not_before',
      'asc',
    ],
    held: [`o.state in ('ready', 'deferred') and o.held_at is not null`, 'o.held_at', 'asc'],
    doubt: [`(o.state = 'unknown' or o.state = 'in_doubt' and o.owner is null)`, 'o.in_doubt_at', 'asc'],
    sent: [`o.state = 'sent'`, 'o.sent_at', 'desc'],
    failed: [`o.state in ('failed', 'cancelled')`, 'o.updated_at', 'desc'],
  };

const COLUMNS = `o.id, o.kind, o.state, o.mailbox_id as "mailboxId", b.address as "mailboxAddress", o.to_address as "toAddress",
  o.to_name as "toName", o.subject, o.client_id as "clientId", o.pitch_id as "pitchId", s.site_key as "siteName", c.name as "campaignName",
  o.step_no as "stepNo", n.count as "stepCount", o.not_before as "notBefore", o.hold_code as "holdCode", o.hold_params as "holdParams",
  o.held_at as "heldAt", o.in_doubt_at as "inDoubtAt", o.attempt, o.sent_at as "sentAt", o.final_reply as "finalReply",
  o.failure_code as "failureCode", o.evidence, o.body_text as text, o.body_html as html, o.from_name as "fromName",
  o.message_id as "messageId", o.unsubscribe_url as "unsubscribeUrl"`;

const BESIDE = `join mailboxes b on b.id = o.mailbox_id
  left join lateral (select site_key from sites where id = o.site_id offset 0) s on true
  left join lateral (select name from campaigns where id = o.campaign_id offset 0) c on true
  left join lateral (select count(*)::int as count from enrollment_steps e where e.enrollment_id = o.enrollment_id and e.kind = 'mail'
    having count(*) > 0) n on true`;

const FILTERS = `($1::uuid is null or o.mailbox_id = $1) and ($2::uuid is null or o.client_id = $2)
  and ($3::uuid is null or o.campaign_id = $3) and ($4::uuid is null or o.pitch_id = $4)`;

/** Reads the outbox in the open transaction. */
@Injectable()
export class OutboxQueries {
  constructor(private readonly database: Database) {}

  /** A page, one more than the limit. */
  page(asked: OutboxAsked, after: readonly [string, string] | null, limit: number): Promise<OutboxLine[]> {
    const [condition, key, way] = STATES[asked.state];
    const [at, id] = after ?? [null, null];
    const beyond = way === 'asc' ? '>' : '<';
    return this.rows(
      `select ${COLUMNS}, to_char(${key} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "sortKey"
       from outbound_messages o ${BESIDE}
       where ${condition} and ${FILTERS} and ($5::timestamptz is null or (${key}, o.id) ${beyond} ($5::timestamptz, $6::uuid))
       order by ${key} ${way}, o.id ${way} limit $7`,
      [...filters(asked), at, id, limit + 1],
    );
  }

  async count(asked: OutboxAsked): Promise<number> {
    const [condition] = STATES[asked.state];
    const [row] = await this.rows<{ total: number }>(
      `select count(*)::int as total from (select 1 from outbound_messages o where ${condition} and ${FILTERS}
       limit ${COUNTED_UP_TO + 1}) counted`,
      filters(asked),
    );
    return row?.total ?? 0;
  }

  async one(id: string): Promise<OutboxLine | null> {
    const [row] = await this.rows<OutboxLine>(
      `select ${COLUMNS}, '' as "sortKey" from outbound_messages o ${BESIDE} where o.id = $1`,
      [id],
    );
    return row ?? null;
  }

  heldByCode(): Promise<{ code: string; count: number }[]> {
    return this.rows(
      `select coalesce(o.hold_code, 'by_person') as code, count(*)::int as count from outbound_messages o
       where ${STATES.held[0]} group by 1 order by 2 desc, 1`,
      [],
    );
  }

  next(): Promise<{ mailboxId: string; mailboxAddress: string; at: Date; count: number }[]> {
    return this.rows(
      `select o.mailbox_id as "mailboxId", b.address as "mailboxAddress", date_trunc('hour', o.not_before) as at, count(*)::int as count
       from outbound_messages o join mailboxes b on b.id = o.mailbox_id
       where ${STATES.waiting[0]} group by 1, 2, 3 order by 3, 2 limit 200`,
      [],
    );
  }

  private rows<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}

function filters({ mailboxId, clientId, campaignId, pitchId }: OutboxAsked): unknown[] {
  return [mailboxId, clientId, campaignId, pitchId];
}
