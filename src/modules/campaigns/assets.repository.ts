import { Injectable } from '@nestjs/common';
import { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import { COUNTED_UP_TO } from '../../platform/http/list.dto.js';
import type { AssetListQuery, AssetView } from './assets.dto.js';

/** Columns of an asset to write, under their names in the database. */
export type AssetWrite = Readonly<Record<string, unknown>>;

const WRITABLE: readonly string[] = [
  'type',
  'title',
  'url',
  'target_page_id',
  'status',
  'topics',
  'description',
  'owner_member_id',
  'ready_on',
  'archived_at',
];

const ROWS = `select a.id, a.client_id as "clientId", c.name as "clientName", a.brand_id as "brandId", b.name as "brandName", a.type, a.title, a.url,
    a.target_page_id as "targetPageId", t.url as "targetPageUrl", a.status, a.topics, a.description, a.owner_member_id as "ownerMemberId",
    m.name as "ownerName", a.ready_on::text as "readyOn", used.pitches as "pitchCount", used.won as "wonCount", a.revision,
    a.created_at as "createdAt", a.archived_at as "archivedAt"`;
const JOINS = `join clients c on c.id = a.client_id
  join brands b on b.id = a.brand_id
  left join target_pages t on t.id = a.target_page_id
  left join members m on m.id = a.owner_member_id
  cross join lateral (select count(*)::int as pitches, (count(*) filter (where p.outcome = 'won'))::int as won
    from pitches p where p.asset_id = a.id and p.archived_at is null) used`;

/** Where a page of the list goes on: the last row's moment and id. */
export type AssetPlace = readonly [at: string, id: string];

export type AssetInOrder = AssetView & { readonly sortKey: string };

/** Assets of brands in the open transaction. */
@Injectable()
export class AssetsRepository {
  constructor(private readonly database: Database) {}

  async insert(row: { clientId: string; brandId: string }, columns: AssetWrite, at: Date): Promise<string> {
    const id = newId(at);
    const { workspaceId, userId = null } = this.database.scope();
    const names = known(columns);
    await this.query(
      `insert into assets (workspace_id, id, client_id, brand_id, created_by, created_at, updated_at${names.map((name) => `, ${name}`).join('')})
       values ($1, $2, $3, $4, $5, $6, $6${names.map((_, index) => `, $${index + 7}`).join('')})`,
      [workspaceId, id, row.clientId, row.brandId, userId, at, ...names.map((name) => columns[name])],
    );
    return id;
  }

  /** Writes columns of an asset, one revision further. */
  async write(id: string, columns: AssetWrite, at: Date): Promise<void> {
    const names = known(columns);
    const sets = names.map((name, index) => `${name} = $${index + 3}`);
    await this.query(
      `update assets set ${[...sets, 'revision = revision + 1', 'updated_at = $2'].join(', ')} where id = $1`,
      [id, at, ...names.map((name) => columns[name])],
    );
  }

  /** The asset; its row stays locked, so that acts on it follow one another. */
  async lock(id: string): Promise<AssetView | null> {
    const rows = await this.query<AssetView>(
      `${ROWS} from assets a ${JOINS} where a.id = $1 for no key update of a`,
      [id],
    );
    return rows[0] ?? null;
  }

  async one(id: string): Promise<AssetView | null> {
    const rows = await this.query<AssetView>(`${ROWS} from assets a ${JOINS} where a.id = $1`, [id]);
    return rows[0] ?? null;
  }

  /** The newest first, one more than the limit. */
  page(asked: AssetListQuery, after: AssetPlace | null): Promise<AssetInOrder[]> {
    const all = conditions(asked);
    if (after !== null)
      all.add(`(a.created_at, a.id) < (${all.value(after[0])}::timestamptz, ${all.value(after[1])}::uuid)`);
    return this.query(
      `${ROWS}, to_char(a.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "sortKey"
       from (select * from assets a where ${all.where} order by a.created_at desc, a.id desc limit ${all.value(asked.limit + 1)}) a
       ${JOINS} order by a.created_at desc, a.id desc`,
      all.values,
    );
  }

  async count(asked: AssetListQuery): Promise<number> {
    const all = conditions(asked);
    const rows = await this.query<{ total: number }>(
      `select count(*)::int as total from (select 1 from assets a where ${all.where} limit ${COUNTED_UP_TO + 1}) counted`,
      all.values,
    );
    return rows[0]?.total ?? 0;
  }

  /** The brand a target page belongs to, or null where there is no such page to be used. */
  async brandOfPage(targetPageId: string): Promise<string | null> {
    const rows = await this.query<{ id: string }>(
      'select brand_id as id from target_pages where id = $1 and archived_at is null for key share',
      [targetPageId],
    );
    return rows[0]?.id ?? null;
  }

  /** Whether somebody of the team who is still there has this id. */
  async isMember(memberId: string): Promise<boolean> {
    const rows = await this.query<unknown>(
      `select 1 from members where id = $1 and left_at is null and role <> 'client'`,
      [memberId],
    );
    return rows.length > 0;
  }

  /** Gives the assets a member owns to another, or to nobody; answers how many they were. */
  async handOver(from: string, to: string | null, at: Date): Promise<number> {
    const [, count] = await this.database
      .manager()
      .query<[unknown[], number]>(
        'update assets set owner_member_id = $2, revision = revision + 1, updated_at = $3 where owner_member_id = $1',
        [from, to, at],
      );
    return count;
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}

function conditions({ clientId, brandId, type, status, archived }: AssetListQuery): Conditions {
  const all = new Conditions().add(archived === true ? 'a.archived_at is not null' : 'a.archived_at is null');
  if (clientId !== undefined) all.add('a.client_id = $', clientId);
  if (brandId !== undefined) all.add('a.brand_id = $', brandId);
  if (type !== undefined) all.add('a.type = any ($::text[])', type);
  if (status !== undefined) all.add('a.status = any ($::text[])', status);
  return all;
}

function known(columns: AssetWrite): string[] {
  const names = Object.keys(columns);
  const unknown = names.find((name) => !WRITABLE.includes(name));
  if (unknown !== undefined) throw new Error(`no column to write: ${unknown}`);
  return names;
}
