import { Injectable } from '@nestjs/common';
import type { Reference } from '../../core/merges/references.js';
import { Database } from '../../platform/database/database.js';

/** From which record rows move to which, and the act that writes them down. */
export interface Move {
  readonly actId: string;
  readonly from: string;
  readonly to: string;
}

/**
 * Moves rows from one record to another and writes down each row as it was, in the open transaction. Tables and
 * columns come from the program's own list, never from a request.
 */
@Injectable()
export class RowMoverRepository {
  constructor(private readonly database: Database) {}

  /** How many rows hang on a record by a reference. */
  async count({ table, column, only }: Reference, id: string): Promise<number> {
    const [row] = await this.query<{ n: number }>(
      `select count(*)::int as n from ${table} t where t.${column} = $1 ${and(only)}`,
      [id],
    );
    return row?.n ?? 0;
  }

  /** Moves the rows of a reference; those that would say twice what the other record says already are set aside. */
  async move(reference: Reference, { actId, from, to }: Move): Promise<number> {
    const { table, column } = reference;
    await this.query(
      `select 1 from ${table} t where t.${column} in ($1, $2) ${and(reference.only)} for update`,
      [from, to],
    );
    const aside = reference.clashOn === undefined ? 0 : await this.setAside(reference, { actId, from, to });
    const moved = await this.journal(
      `update ${table} t set ${column} = $2 where t.${column} = $3 ${and(reference.only)}
       returning ${keyOf(reference.key)} as row_key, ${image(column, '$3::uuid')} as before, ${image(column, '$2::uuid')} as after`,
      { actId, table, values: [to, from] },
    );
    return aside + moved;
  }

  /** Moves named rows of a table to another record. */
  moveRows(table: string, column: string, move: Move & { ids: readonly string[] }): Promise<number> {
    return this.journal(
      `update ${table} t set ${column} = $2 where t.id = any ($4::uuid[]) and t.${column} = $3
       returning ${keyOf(['id'])} as row_key, ${image(column, '$3::uuid')} as before, ${image(column, '$2::uuid')} as after`,
      { actId: move.actId, table, values: [move.to, move.from, move.ids] },
    );
  }

  /** Changes columns of one row; the values are given as the database would write them in JSON. */
  async change(
    table: string,
    id: string,
    { actId, columns }: { actId: string; columns: Readonly<Record<string, unknown>> },
  ): Promise<void> {
    const names = Object.keys(columns);
    if (names.length === 0) return;
    const now = names.map((name) => `'${name}', to_jsonb(n.${name})`).join(', ');
    const was = names.map((name) => `'${name}', to_jsonb(o.${name})`).join(', ');
    await this.journal(
      `update ${table} t set ${names.map((name) => `${name} = n.${name}`).join(', ')}
       from ${table} o, jsonb_populate_record(null::${table}, $2::jsonb) n
       where t.id = $3 and o.id = t.id and o.workspace_id = t.workspace_id
       returning ${keyOf(['id'])} as row_key, jsonb_build_object(${was}) as before, jsonb_build_object(${now}) as after`,
      { actId, table, values: [JSON.stringify(columns), id] },
    );
  }

  /** Sets one row aside: it is kept whole in the journal and comes back when the act is undone. */
  async remove(table: string, id: string, actId: string): Promise<void> {
    await this.journal(
      `delete from ${table} t where t.id = $2 returning ${keyOf(['id'])} as row_key, to_jsonb(t) as before, null::jsonb as after`,
      { actId, table, values: [id] },
    );
  }

  /** Writes down rows that the act itself made, so that undoing takes them away. */
  async made(table: string, ids: readonly string[], actId: string): Promise<void> {
    await this.journal(
      `select ${keyOf(['id'])} as row_key, null::jsonb as before, to_jsonb(t) as after from ${table} t where t.id = any ($2::uuid[])`,
      { actId, table, values: [ids] },
    );
  }

  private setAside({ table, column, clashOn = [], key, only }: Reference, move: Move): Promise<number> {
    const same = clashOn.map((name) => `k.${name} is not distinct from t.${name}`).join(' and ');
    const kept = only === undefined ? '' : `and ${only.replaceAll('t.', 'k.')}`;
    return this.journal(
      `delete from ${table} t using ${table} k
       where t.${column} = $3 and k.${column} = $2 and k.workspace_id = t.workspace_id and ${same} ${and(only)} ${kept}
       returning ${keyOf(key)} as row_key, to_jsonb(t) as before, null::jsonb as after`,
      { actId: move.actId, table, values: [move.to, move.from] },
    );
  }

  private async journal(
    statement: string,
    { actId, table, values }: { actId: string; table: string; values: readonly unknown[] },
  ): Promise<number> {
    const rows = await this.query<{ n: number }>(
      `with last as (select coalesce(max(step_no), 0) as no from merged_rows where merge_id = $1),
       touched as (${statement}),
       written as (
         insert into merged_rows (workspace_id, merge_id, step_no, table_name, row_key, before, after)
         select $${values.length + 2}, $1, last.no + row_number() over (), '${table}', row_key, before, after from touched, last
         returning 1)
       select count(*)::int as n from written`,
      [actId, ...values, this.database.scope().workspaceId],
    );
    return rows[0]?.n ?? 0;
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}

function and(only: string | undefined): string {
  return only === undefined ? '' : `and ${only}`;
}

function keyOf(key: readonly string[]): string {
  return `jsonb_build_object(${key.map((name) => `'${name}', t.${name}`).join(', ')})`;
}

function image(column: string, value: string): string {
  return `jsonb_build_object('${column}', ${value})`;
}
