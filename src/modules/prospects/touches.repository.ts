import { Injectable } from '@nestjs/common';
import type { TouchDirection, TouchKind, TouchResult } from '../../core/prospects/prospect.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import { COUNTED_UP_TO } from '../../platform/http/list.dto.js';
import type { Writing } from './prospect-intake.repository.js';

/** A touch to write down. */
export interface FreshTouch {
  readonly siteId: string;
  readonly at: Date;
  readonly kind: TouchKind;
  readonly direction: TouchDirection;
  readonly result: TouchResult;
  readonly contactId: string | null;
  readonly clientId: string | null;
  readonly brandId: string | null;
  readonly memberId: string | null;
  readonly note: string;
}

/** A touch with the names of who and what it was about; a client that is not visible has no name. */
export interface TouchRow {
  readonly id: string;
  readonly siteId: string;
  readonly at: Date;
  readonly kind: TouchKind;
  readonly direction: TouchDirection;
  readonly result: TouchResult;
  readonly memberId: string | null;
  readonly memberName: string | null;
  readonly contactId: string | null;
  readonly contactName: string | null;
  readonly clientId: string | null;
  readonly clientName: string | null;
  readonly brandId: string | null;
  readonly brandName: string | null;
  readonly note: string;
  readonly sortKey: string;
}

const ROWS = `select t.id, t.site_id as "siteId", t.at, t.kind, t.direction, t.result, t.member_id as "memberId", m.name as "memberName",
    t.contact_id as "contactId", c.name as "contactName", t.client_id as "clientId", k.name as "clientName", t.brand_id as "brandId",
    b.name as "brandName", t.note, to_char(t.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "sortKey"
  from touches t
  left join members m on m.id = t.member_id
  left join contacts c on c.id = t.contact_id
  left join clients k on k.id = t.client_id
  left join brands b on b.id = t.brand_id`;

/** Touches of sites in the open transaction. The table itself keeps the last touch on prospects true. */
@Injectable()
export class TouchesRepository {
  constructor(private readonly database: Database) {}

  /** Writes touches down; of those that come with an import, what an import has said before is left out. Answers the ids of the new ones. */
  async insert(rows: readonly FreshTouch[], { importId, at }: Writing): Promise<string[]> {
    const inserted = await this.query<{ id: string }>(
      `insert into touches (workspace_id, id, site_id, contact_id, client_id, brand_id, member_id, kind, direction, result, at, note, import_id, recorded_at)
       select $1, f.*, $2::uuid, $3::timestamptz
       from unnest($4::uuid[], $5::uuid[], $6::uuid[], $7::uuid[], $8::uuid[], $9::uuid[], $10::text[], $11::text[], $12::text[],
         $13::timestamptz[], $14::text[]) as f (id, site_id, contact_id, client_id, brand_id, member_id, kind, direction, result, at, note)
       where $2::uuid is null or not exists (select 1 from touches t where t.site_id = f.site_id and t.at = f.at
         and t.import_id is not null and t.archived_at is null and t.contact_id is not distinct from f.contact_id)
       returning id`,
      [
        this.database.scope().workspaceId,
        importId,
        at,
        rows.map(() => newId(at)),
        rows.map((row) => row.siteId),
        rows.map((row) => row.contactId),
        rows.map((row) => row.clientId),
        rows.map((row) => row.brandId),
        rows.map((row) => row.memberId),
        rows.map((row) => row.kind),
        rows.map((row) => row.direction),
        rows.map((row) => row.result),
        rows.map((row) => row.at.toISOString()),
        rows.map((row) => row.note),
      ],
    );
    return inserted.map((row) => row.id);
  }

  /** The touches of a site, newest first, one more than the limit. */
  page(siteId: string, after: readonly [string, string] | null, limit: number): Promise<TouchRow[]> {
    const [at, id] = after ?? [null, null];
    return this.query(
      `${ROWS} where t.site_id = $1 and t.archived_at is null
         and ($2::timestamptz is null or (t.at, t.id) < ($2::timestamptz, $3::uuid))
       order by t.at desc, t.id desc limit $4`,
      [siteId, at, id, limit + 1],
    );
  }

  async count(siteId: string): Promise<number> {
    const rows = await this.query<{ total: number }>(
      `select count(*)::int as total from (select 1 from touches where site_id = $1 and archived_at is null limit ${COUNTED_UP_TO + 1}) counted`,
      [siteId],
    );
    return rows[0]?.total ?? 0;
  }

  /** Touches of each of these sites since a moment, newest first, so many of each at most. */
  since(siteIds: readonly string[], moment: Date, atMost: number): Promise<TouchRow[]> {
    return this.query(
      `${ROWS} where t.id = any (array(
         select latest.id from unnest($1::uuid[]) as f (site_id) cross join lateral (
           select id from touches where site_id = f.site_id and archived_at is null and at >= $2 order by at desc, id desc limit $3
         ) latest
       )) order by t.at desc, t.id desc`,
      [siteIds, moment, atMost],
    );
  }

  /** A touch that was not taken back. */
  async one(id: string): Promise<TouchRow | null> {
    const rows = await this.query<TouchRow>(`${ROWS} where t.id = $1 and t.archived_at is null`, [id]);
    return rows[0] ?? null;
  }

  async archive(id: string, at: Date): Promise<void> {
    await this.query('update touches set archived_at = $2 where id = $1', [id, at]);
  }

  /** Takes touches of an import away; answers how many. */
  async withdraw(importId: string, atMost: number): Promise<number> {
    const [, removed] = await this.database
      .manager()
      .query<[unknown[], number]>(
        'delete from touches t using (select id from touches where import_id = $1 limit $2) gone where t.id = gone.id',
        [importId, atMost],
      );
    return removed;
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}
