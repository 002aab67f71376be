import { Injectable } from '@nestjs/common';
import type { IntakeChange } from '../../core/imports/intake.js';
import { Database } from '../../platform/database/database.js';

/** What an undo did. */
export interface UndoCounts {
  /** Rows that are again as they were. */
  readonly restored: number;
  /** New contacts that are gone. */
  readonly deleted: number;
  /** New contacts that stay, because somebody worked with them since. */
  readonly kept: number;
  /** False while more new contacts are left for another call. */
  readonly isDone: boolean;
}

const TABLES = ['contacts', 'contact_addresses', 'contact_places'] as const;
type Table = (typeof TABLES)[number];

/** A new contact nobody has worked with since it came in: nothing but its import wrote to it or points to it. */
const UNTOUCHED = `c.import_id = $1 and c.revision = 1 and c.archived_at is null and c.objected_at is null
  and not exists (select 1 from contact_addresses a where a.contact_id = c.id and a.import_id is distinct from $1)
  and not exists (select 1 from contact_places p where p.contact_id = c.id and p.import_id is distinct from $1)
  and not exists (select 1 from contact_grounds g where g.contact_id = c.id and g.import_id is distinct from $1)
  and not exists (select 1 from contact_proposals o where o.contact_id = c.id)
  and not exists (select 1 from touches t where t.contact_id = c.id)`;

/** Takes back what imports brought, in the open transaction. */
@Injectable()
export class ContactUndoRepository {
  constructor(private readonly database: Database) {}

  async undo(importId: string, changes: readonly IntakeChange[], most: number): Promise<UndoCounts> {
    const again: string[] = [];
    let restored = 0;
    for (const layer of layersOf(changes)) {
      for (const table of TABLES) {
        const ids = await this.restore(table, layer);
        restored += ids.length;
        if (table === 'contacts') again.push(...ids);
      }
    }
    await this.takeFromKnown(importId, again);
    const deleted = await this.deleteNew(importId, most);
    const left = await this.count(`select 1 from contacts c where ${UNTOUCHED} limit 1`, [importId]);
    const kept = left > 0 ? 0 : await this.count('select 1 from contacts where import_id = $1', [importId]);
    return { restored, deleted, kept, isDone: left === 0 };
  }

  /** Rows that still are as the import left them become what they were; answers their ids. */
  private async restore(table: Table, layer: readonly IntakeChange[]): Promise<string[]> {
    const rows = layer.filter((change) => change.table === table && change.before !== null);
    if (rows.length === 0) return [];
    const columns = await this.columns(table);
    const done = await this.query<{ id: string }>(
      `with asked as (
         select (jsonb_populate_record(null::${table}, x.before)).*, jsonb_populate_record(null::${table}, x.after) as was
         from jsonb_to_recordset($1::jsonb) as x (before jsonb, after jsonb)
       ), restored as (
         update ${table} t set (${columns.join(', ')}) = (select ${columns.map((column) => `asked.${column}`).join(', ')})
         from asked where t.workspace_id = asked.workspace_id and t.id = asked.id and t = asked.was returning t.id
       ) select id from restored`,
      [JSON.stringify(rows.map(({ before, after }) => ({ before, after })))],
    );
    return done.map(({ id }) => id);
  }

  /** Takes the import's addresses, places and grounds from contacts that were there before it and are again as they were. */
  private async takeFromKnown(importId: string, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    for (const table of ['contact_grounds', 'contact_places', 'contact_addresses']) {
      await this.query(
        `with taken as (
           delete from ${table} t using contacts c
           where t.import_id = $1 and c.workspace_id = t.workspace_id and c.id = t.contact_id and c.import_id is distinct from $1
             and t.contact_id = any ($2::uuid[]) returning 1
         ) select 1 from taken limit 1`,
        [importId, ids],
      );
    }
  }

  private async deleteNew(importId: string, most: number): Promise<number> {
    const ids = (
      await this.query<{ id: string }>(
        `select c.id from contacts c where ${UNTOUCHED} order by c.id desc limit $2 for update`,
        [importId, most],
      )
    ).map(({ id }) => id);
    for (const table of ['contact_grounds', 'contact_places', 'contact_addresses']) {
      await this.query(`delete from ${table} where contact_id = any ($1::uuid[])`, [ids]);
    }
    await this.query('delete from contacts where id = any ($1::uuid[])', [ids]);
    return ids.length;
  }

  private async columns(table: Table): Promise<string[]> {
    const rows = await this.query<{ name: string }>(
      `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped
         and attgenerated = '' and attname not in ('workspace_id', 'id') order by attnum`,
      [table],
    );
    return rows.map(({ name }) => name);
  }

  private async count(sql: string, values: unknown[]): Promise<number> {
    const rows = await this.query<{ n: number }>(`select count(*)::int as n from (${sql}) counted`, values);
    return rows[0]?.n ?? 0;
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}

/** Changes in the order given, so that no layer names a row twice: a row changed twice is taken back step by step. */
function layersOf(changes: readonly IntakeChange[]): IntakeChange[][] {
  const layers: IntakeChange[][] = [];
  const depth = new Map<string, number>();
  for (const change of changes) {
    const at = depth.get(change.recordId) ?? 0;
    depth.set(change.recordId, at + 1);
    const layer = layers[at] ?? [];
    layers[at] = layer;
    layer.push(change);
  }
  return layers;
}
