import { Injectable } from '@nestjs/common';
import type { SuppressionSource } from '../../core/courtesy/suppression.js';
import type { SuppressionReason } from '../../core/prospects/prospect.js';
import { sha256 } from '../../platform/crypto/secrets.js';
import { Database } from '../../platform/database/database.js';
import { COUNTED_UP_TO } from '../../platform/http/list.dto.js';
import type { SuppressionsQuery } from './suppressions.dto.js';

/** An entry as its list shows it. */
export interface SuppressionRow {
  readonly id: string;
  readonly kind: 'address' | 'site';
  readonly siteId: string | null;
  readonly siteKey: string | null;
  readonly address: string | null;
  readonly clientId: string | null;
  readonly clientName: string | null;
  readonly reason: SuppressionReason;
  readonly source: SuppressionSource;
  readonly sourceId: string | null;
  readonly evidence: string;
  readonly note: string;
  readonly createdByName: string | null;
  readonly createdAt: Date;
  readonly sortKey: string;
}

const COLUMNS = `s.id, s.kind, s.site_id as "siteId", w.site_key as "siteKey", s.address, s.client_id as "clientId", c.name as "clientName",
  s.reason, s.source, s.source_id as "sourceId", s.evidence, s.note, s.created_at as "createdAt",
  to_char(s.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "sortKey",
  (select m.name from members m where m.user_id = s.created_by limit 1) as "createdByName"`;
const FROM = 'suppressions s left join sites w on w.id = s.site_id left join clients c on c.id = s.client_id';
const WANTED = `s.lifted_at is null and ($1::text is null or s.kind = $1) and ($2::text is null or s.reason = $2)
  and ($3::text is null or s.source = $3) and ($4::text is null or coalesce(s.client_id::text, 'none') = $4)
  and ($5::text is null or starts_with(s.address, $5) or s.address_hash = $6
    or s.site_id in (select id from sites where site_key >= $5 and site_key < $7))`;

/** The do-not-contact list as it is read, in the open transaction. */
@Injectable()
export class DoNotContactQuery {
  constructor(private readonly database: Database) {}

  /** Entries that hold, newest first, one more than the limit. */
  page(asked: SuppressionsQuery, after: readonly [string, string] | null): Promise<SuppressionRow[]> {
    const [at, id] = after ?? [null, null];
    return this.query(
      `select ${COLUMNS} from ${FROM}
       where ${WANTED} and ($8::timestamptz is null or (s.created_at, s.id) < ($8::timestamptz, $9::uuid))
       order by s.created_at desc, s.id desc limit $10`,
      [...wishesOf(asked), at, id, asked.limit + 1],
    );
  }

  async count(asked: SuppressionsQuery): Promise<number> {
    const rows = await this.query<{ total: number }>(
      `select count(*)::int as total from (select 1 from suppressions s where ${WANTED} limit ${COUNTED_UP_TO + 1}) counted`,
      [...wishesOf(asked)],
    );
    return rows[0]?.total ?? 0;
  }

  async one(id: string): Promise<SuppressionRow | null> {
    return (
      (await this.query<SuppressionRow>(`select ${COLUMNS} from ${FROM} where s.id = $1`, [id]))[0] ?? null
    );
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}

function wishesOf({ kind, reason, source, clientId, search }: SuppressionsQuery): readonly unknown[] {
  const words = search?.trim().toLowerCase() ?? '';
  const isAsked = words !== '';
  return [
    kind ?? null,
    reason ?? null,
    source ?? null,
    clientId ?? null,
    isAsked ? words : null,
    isAsked ? sha256(words) : null,
    isAsked ? `${words}\u{10FFFF}` : null,
  ];
}
