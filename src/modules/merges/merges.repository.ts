import { Injectable } from '@nestjs/common';
import type { MergeKind } from '../../core/merges/merge-kind.js';
import type { RecordColumns } from '../../core/merges/merged-values.js';
import { Database } from '../../platform/database/database.js';
import type { MergeAct } from './merges.dto.js';

/** An act as it stands in its table. */
export interface MergeRow {
  readonly id: string;
  readonly act: MergeAct;
  readonly kind: MergeKind;
  readonly keptId: string;
  readonly otherId: string;
  readonly movedRows: number;
  readonly doneBy: string | null;
  readonly doneByName: string | null;
  readonly doneAt: Date;
  readonly undoUntil: Date;
  readonly undoneAt: Date | null;
}

/** What a record is called in lists of doubles and merges. */
export interface RecordLabel {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly createdAt: Date;
}

export type NewMergeRow = Pick<
  MergeRow,
  'id' | 'act' | 'kind' | 'keptId' | 'otherId' | 'doneBy' | 'doneAt' | 'undoUntil'
> & { readonly choices: object };

const COLUMNS = `m.id, m.act, m.kind, m.kept_id as "keptId", m.other_id as "otherId", m.moved_rows as "movedRows", m.done_by as "doneBy",
  u.name as "doneByName", m.done_at as "doneAt", m.undo_until as "undoUntil", m.undone_at as "undoneAt"`;

const TABLES: Readonly<Record<MergeKind, string>> = {
  contact: 'contacts',
  publisher: 'publishers',
  site: 'sites',
};

const LABELS: Readonly<Record<MergeKind, { label: string; hint: string }>> = {
  contact: {
    label: `coalesce(nullif(t.name, ''), t.main_address, '')`,
    hint: `coalesce(t.main_address, '')`,
  },
  publisher: { label: 't.name', hint: `coalesce(t.home_url, '')` },
  site: { label: 't.site_key', hint: `''` },
};

/** Acts of merging and splitting, and the records they are about, in the open transaction. */
@Injectable()
export class MergesRepository {
  constructor(private readonly database: Database) {}

  async insert(row: NewMergeRow): Promise<void> {
    await this.query(
      `insert into merges (workspace_id, id, act, kind, kept_id, other_id, choices, done_by, done_at, undo_until)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        this.database.scope().workspaceId,
        row.id,
        row.act,
        row.kind,
        row.keptId,
        row.otherId,
        row.choices,
        row.doneBy,
        row.doneAt,
        row.undoUntil,
      ],
    );
  }

  /** Writes down how many rows an act moved, in all. */
  async countMoved(id: string): Promise<void> {
    await this.query(
      'update merges set moved_rows = (select count(*) from merged_rows where merge_id = $1) where id = $1',
      [id],
    );
  }

  async markUndone(id: string, by: string | null, at: Date): Promise<void> {
    await this.query('update merges set undone_at = $2, undone_by = $3 where id = $1', [id, at, by]);
  }

  /** One act, held for an undo. */
  async lock(id: string): Promise<MergeRow | null> {
    await this.query('select 1 from merges where id = $1 for update', [id]);
    return this.find(id);
  }

  async find(id: string): Promise<MergeRow | null> {
    const rows = await this.query<MergeRow>(
      `select ${COLUMNS} from merges m left join users u on u.id = m.done_by where m.id = $1`,
      [id],
    );
    return rows[0] ?? null;
  }

  /** Acts, the newest first, before an act; one row more than a page holds is asked for by the caller. */
  page(asked: { recordId: string | null; before: string | null; limit: number }): Promise<MergeRow[]> {
    return this.query<MergeRow>(
      `select ${COLUMNS} from merges m left join users u on u.id = m.done_by
       where ($1::uuid is null or m.kept_id = $1 or m.other_id = $1) and ($2::uuid is null or m.id < $2)
       order by m.id desc limit $3`,
      [asked.recordId, asked.before, asked.limit],
    );
  }

  async count(recordId: string | null, upTo: number): Promise<number> {
    const rows = await this.query<{ n: number }>(
      `select count(*)::int as n from (
         select 1 from merges m where ($1::uuid is null or m.kept_id = $1 or m.other_id = $1) limit $2) counted`,
      [recordId, upTo],
    );
    return rows[0]?.n ?? 0;
  }

  /** Takes the journals of a contact's merges away: what they hold of the person goes, and they can no longer be undone. */
  async forgetContact(contactId: string, at: Date): Promise<void> {
    await this.query(
      `with sealed as (
         update merges set undo_until = least(undo_until, $2) where kind = 'contact' and (kept_id = $1 or other_id = $1) returning id)
       delete from merged_rows where merge_id in (select id from sealed)`,
      [contactId, at],
    );
  }

  async contactsMergedInto(contactId: string): Promise<string[]> {
    const rows = await this.query<{ id: string }>(
      'select id from contacts where merged_into_id = $1 and erased_at is null',
      [contactId],
    );
    return rows.map((row) => row.id);
  }

  /** An act on the same records that came later and was not undone: it has to be undone first. */
  async laterAct(row: MergeRow): Promise<string | null> {
    const rows = await this.query<{ id: string }>(
      `select id from merges where kind = $1 and undone_at is null and id > $2
         and (kept_id = any ($3::uuid[]) or other_id = any ($3::uuid[])) order by id desc limit 1`,
      [row.kind, row.id, [row.keptId, row.otherId]],
    );
    return rows[0]?.id ?? null;
  }

  /** Two records as the database holds them, held for a change; absent ones are left out. */
  async records(kind: MergeKind, ids: readonly string[]): Promise<ReadonlyMap<string, RecordColumns>> {
    const rows = await this.query<{ id: string; record: RecordColumns }>(
      `select t.id, to_jsonb(t) as record from ${TABLES[kind]} t where t.id = any ($1::uuid[]) order by t.id for update`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row.record]));
  }

  /** The prospects of sites, as the database holds them, by site. */
  async prospects(siteIds: readonly string[]): Promise<ReadonlyMap<string, RecordColumns>> {
    const rows = await this.query<{ siteId: string; record: RecordColumns }>(
      `select t.site_id as "siteId", to_jsonb(t) as record from prospects t where t.site_id = any ($1::uuid[]) order by t.id for update`,
      [siteIds],
    );
    return new Map(rows.map((row) => [row.siteId, row.record]));
  }

  async labels(kind: MergeKind, ids: readonly string[]): Promise<ReadonlyMap<string, RecordLabel>> {
    const { label, hint } = LABELS[kind];
    const rows = await this.query<RecordLabel>(
      `select t.id, ${label} as label, ${hint} as hint, t.created_at as "createdAt" from ${TABLES[kind]} t where t.id = any ($1::uuid[])`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  tableOf(kind: MergeKind): string {
    return TABLES[kind];
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}
