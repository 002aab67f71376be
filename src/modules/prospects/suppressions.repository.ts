import { Injectable } from '@nestjs/common';
import type { SuppressionReason } from '../../core/prospects/prospect.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import { COUNTED_UP_TO } from '../../platform/http/list.dto.js';
import type { SuppressionsQuery } from './exclusions.dto.js';
import type { Writing } from './prospect-intake.repository.js';

/** An entry of the do-not-contact list to write down. */
export interface FreshSuppression {
  readonly siteId: string | null;
  readonly address: string | null;
  readonly addressHash: Buffer | null;
  readonly reason: SuppressionReason;
  readonly note: string;
}

/** An entry as it is kept. */
export interface SuppressionRow {
  readonly id: string;
  readonly kind: 'address' | 'site';
  readonly siteId: string | null;
  readonly siteKey: string | null;
  readonly address: string | null;
  readonly reason: SuppressionReason;
  readonly note: string;
  readonly createdByName: string | null;
  readonly createdAt: Date;
  readonly sortKey: string;
}

const COLUMNS = `s.id, s.kind, s.site_id as "siteId", w.site_key as "siteKey", s.address, s.reason, s.note, s.created_at as "createdAt",
  to_char(s.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "sortKey",
  (select m.name from members m where m.user_id = s.created_by limit 1) as "createdByName"`;

/** Sites and addresses nobody may contact, in the open transaction. The table itself keeps `prospects.do_not_contact` true. */
@Injectable()
export class SuppressionsRepository {
  constructor(private readonly database: Database) {}

  /** Puts sites on the list, many at once, such as an import says must not be contacted; answers those that were not on it. */
  async bring(
    siteIds: readonly string[],
    { importId, at, reason = 'imported' }: Writing & { readonly reason?: SuppressionReason },
  ): Promise<ReadonlySet<string>> {
    if (siteIds.length === 0) return new Set();
    const { workspaceId, userId = null } = this.database.scope();
    const rows = await this.query<{ siteId: string }>(
      `insert into suppressions (workspace_id, id, kind, site_id, reason, import_id, created_by, created_at)
       select $1, f.id, 'site', f.site_id, $2, $3, $4, $5 from unnest($6::uuid[], $7::uuid[]) as f (id, site_id)
       on conflict do nothing returning site_id as "siteId"`,
      [workspaceId, reason, importId, userId, at, siteIds.map(() => newId()), [...siteIds].sort()],
    );
    return new Set(rows.map((row) => row.siteId));
  }

  /** Writes an entry down; null when it is on the list already. */
  async insert(row: FreshSuppression, at: Date): Promise<string | null> {
    const { workspaceId, userId = null } = this.database.scope();
    const rows = await this.query<{ id: string }>(
      `insert into suppressions (workspace_id, id, kind, site_id, address, address_hash, reason, note, created_by, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing returning id`,
      [
        workspaceId,
        newId(),
        row.siteId === null ? 'address' : 'site',
        row.siteId,
        row.address,
        row.addressHash,
        row.reason,
        row.note,
        userId,
        at,
      ],
    );
    return rows[0]?.id ?? null;
  }

  /** Takes entries of sites away as if they had never been; answers the sites. */
  async removeSites(siteIds: readonly string[]): Promise<string[]> {
    const [rows] = await this.database
      .manager()
      .query<[{ siteId: string }[], number]>(
        'delete from suppressions where site_id = any ($1::uuid[]) and lifted_at is null returning site_id as "siteId"',
        [siteIds],
      );
    return rows.map((row) => row.siteId);
  }

  /** Lifts an entry; answers its site and hash, or null when there is none that holds. */
  async lift(id: string, at: Date): Promise<{ siteId: string | null } | null> {
    const [rows] = await this.database
      .manager()
      .query<[{ siteId: string | null }[], number]>(
        `update suppressions set lifted_at = $2, lifted_by = $3 where id = $1 and lifted_at is null returning site_id as "siteId"`,
        [id, at, this.database.scope().userId ?? null],
      );
    return rows[0] ?? null;
  }

  /** Entries that hold, newest first, one more than the limit. */
  page(asked: SuppressionsQuery, after: readonly [string, string] | null): Promise<SuppressionRow[]> {
    const [at, id] = after ?? [null, null];
    return this.query(
      `select ${COLUMNS} from suppressions s left join sites w on w.id = s.site_id
       where s.lifted_at is null and ${WANTED}
         and ($3::timestamptz is null or (s.created_at, s.id) < ($3::timestamptz, $4::uuid))
       order by s.created_at desc, s.id desc limit $5`,
      [asked.kind ?? null, searched(asked), at, id, asked.limit + 1],
    );
  }

  async count(asked: SuppressionsQuery): Promise<number> {
    const rows = await this.query<{ total: number }>(
      `select count(*)::int as total from (select 1 from suppressions s left join sites w on w.id = s.site_id
         where s.lifted_at is null and ${WANTED} limit ${COUNTED_UP_TO + 1}) counted`,
      [asked.kind ?? null, searched(asked)],
    );
    return rows[0]?.total ?? 0;
  }

  async one(id: string): Promise<SuppressionRow | null> {
    const rows = await this.query<SuppressionRow>(
      `select ${COLUMNS} from suppressions s left join sites w on w.id = s.site_id where s.id = $1`,
      [id],
    );
    return rows[0] ?? null;
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}

const WANTED = `($1::text is null or s.kind = $1) and ($2::text is null or starts_with(coalesce(w.site_key, s.address), $2))`;

function searched({ search }: SuppressionsQuery): string | null {
  const words = search?.trim().toLowerCase() ?? '';
  return words === '' ? null : words;
}
