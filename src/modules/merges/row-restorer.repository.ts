import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

interface Group {
  readonly table: string;
  readonly key: string[];
  readonly what: 'moved' | 'set_aside' | 'made';
  readonly columns: string[] | null;
  readonly first: number;
  readonly last: number;
}

/**
 * Puts rows back as the journal of an act says, in the open transaction. A value somebody changed since stays as they
 * left it; a row somebody took away since stays away.
 */
@Injectable()
export class RowRestorerRepository {
  constructor(private readonly database: Database) {}

  /** Puts back what an act moved, changed and set aside, the last step first. */
  async putBack(actId: string): Promise<void> {
    for (const group of await this.groups(actId)) {
      if (group.what === 'set_aside') await this.bringBack(actId, group);
      if (group.what === 'moved') await this.moveBack(actId, group);
    }
  }

  /** Takes away the rows an act made, the last one first. */
  async takeAway(actId: string): Promise<void> {
    for (const group of await this.groups(actId)) {
      if (group.what === 'made') await this.remove(actId, group);
    }
  }

  /** Runs of steps that are undone by one statement: the same table, the same way, the same columns. */
  private groups(actId: string): Promise<Group[]> {
    return this.query<Group>(
      `with step as (
         select step_no, table_name, before, after,
           (select array_agg(k order by k) from jsonb_object_keys(row_key) k) as key,
           case when before is null then 'made' when after is null then 'set_aside' else 'moved' end as what,
           case when before is not null and after is not null
             then (select array_agg(k order by k) from jsonb_object_keys(after) k) end as columns
         from merged_rows where merge_id = $1
       ), run as (
         select *, step_no - row_number() over (partition by table_name, what, key, columns order by step_no) as run_no from step
       )
       select table_name as "table", key, what, columns, min(step_no)::int as first, max(step_no)::int as last
       from run group by table_name, key, what, columns, run_no order by last desc`,
      [actId],
    );
  }

  private async moveBack(actId: string, { table, key, columns, first, last }: Group): Promise<void> {
    for (const column of columns ?? []) {
      await this.query(
        `update ${table} t set ${column} = (jsonb_populate_record(null::${table}, m.before)).${column}
         from merged_rows m, jsonb_populate_record(null::${table}, m.row_key) k
         where m.merge_id = $1 and m.step_no between $2 and $3 and ${sameKey(key)}
           and to_jsonb(t.${column}) is not distinct from nullif(m.after -> '${column}', 'null'::jsonb)`,
        [actId, first, last],
      );
    }
  }

  private async bringBack(actId: string, { table, first, last }: Group): Promise<void> {
    await this.query(
      `insert into ${table} select r.* from merged_rows m, jsonb_populate_record(null::${table}, m.before) r
       where m.merge_id = $1 and m.step_no between $2 and $3 on conflict do nothing`,
      [actId, first, last],
    );
  }

  private async remove(actId: string, { table, key, first, last }: Group): Promise<void> {
    await this.query(
      `delete from ${table} t using merged_rows m, jsonb_populate_record(null::${table}, m.row_key) k
       where m.merge_id = $1 and m.step_no between $2 and $3 and ${sameKey(key)}`,
      [actId, first, last],
    );
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}

function sameKey(key: readonly string[]): string {
  return key.map((name) => `t.${name} = k.${name}`).join(' and ');
}
