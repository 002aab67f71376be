import { Injectable } from '@nestjs/common';
import { readCustomValue } from '../../core/prospects/custom-field.js';
import { searchedWords } from '../../core/prospects/searched-words.js';
import type { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import { CustomValuesRepository, type FieldRow } from './custom-values.repository.js';
import { columnConditions, type OtherTable, ofProspect, otherTables } from './prospect-conditions.js';
import type { ProspectFilter } from './prospect-list.dto.js';

/** Finds of another table, or of a search, that are looked up one by one; more are met soon by reading in order. */
const FEW = 2000;

/** Newest prospects a search looks into first, and the finds among them that make a word a common one. */
const PROBE = { rows: 3000, finds: 30 } as const;

/** Turns a filter into conditions that are quick whatever it finds, in the open transaction. */
@Injectable()
export class ProspectFinder {
  constructor(
    private readonly database: Database,
    private readonly values: CustomValuesRepository,
  ) {}

  /**
   * The filter as conditions on `prospects p`. What other tables find little of becomes a list of ids, which the planner starts from;
   * what they find much of is asked row by row in the list's order, which meets a page soon.
   */
  async conditions(filter: ProspectFilter): Promise<Conditions> {
    const all = columnConditions(filter);
    const tables = [...otherTables(filter), ...(await this.customTables(filter))];
    for (const table of tables) await this.narrow(all, table);
    return this.search(all, filter);
  }

  private async narrow(all: Conditions, table: OtherTable): Promise<void> {
    const few = table.isWithout === true ? null : await this.few(table);
    if (few !== null) {
      all.add(`${table.column} = any ($::uuid[])`, few);
      return;
    }
    const find = placeholders(table.find, table.values, all);
    const [yes, no] = table.isWithout === true ? ['false', 'true'] : ['true', 'false'];
    // Written as a case the planner takes it for a coin's toss, not for a rare find, and reads on in the list's order.
    all.add(`case when ${table.column} in (${find}) then ${yes} else ${no} end`);
  }

  private async few({ find, values }: OtherTable): Promise<string | null> {
    const limit = `$${values.length + 1}`;
    const rows = await this.query<{ ids: string | null; found: number }>(
      `select array_agg(found)::text as ids, count(*)::int as found from (${find} limit ${limit}) finds`,
      [...values, FEW + 1],
    );
    const { ids = null, found = 0 } = rows[0] ?? {};
    return found > FEW ? null : (ids ?? '{}');
  }

  /** A value that does not fit its field, or a field nobody knows, finds nothing. */
  private async customTables({ custom = {} }: ProspectFilter): Promise<OtherTable[]> {
    const wished = Object.entries(custom);
    if (wished.length === 0) return [];
    const fields = new Map((await this.values.fields('prospect')).map((field) => [field.fieldKey, field]));
    return wished.map(([key, value]) => customTable(fields.get(key), value));
  }

  private async search(all: Conditions, filter: ProspectFilter): Promise<Conditions> {
    const words = searchedWords(filter.search ?? '');
    if (words === '') return all;
    if ([...words].length < 3)
      return all.add('p.site_key >= $', words).add('p.site_key < $', `${words}\u{10FFFF}`);
    const pattern = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
    const isCommon = filter.archived === true || (await this.isCommon(pattern));
    const few = isCommon ? null : await this.few({ ...SEARCH, values: [words, FEW + 1] });
    if (few !== null) return all.add('p.id = any ($::uuid[])', few);
    return all.add('case when p.search_text like $ then true else false end', pattern);
  }

  /** The trigram index knows all workspaces: a word that is common here need not be asked of it. */
  private async isCommon(pattern: string): Promise<boolean> {
    const rows = await this.query<{ finds: number }>(
      `select count(*)::int as finds from (
         select 1 from (select search_text from prospects where archived_at is null order by created_at desc, id desc limit ${PROBE.rows}) newest
         where search_text like $1 limit ${PROBE.finds}) found`,
      [pattern],
    );
    return (rows[0]?.finds ?? 0) >= PROBE.finds;
  }

  private query<Row>(sql: string, values: readonly unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, [...values]);
  }
}

const SEARCH = { column: 'p.id', find: 'select search_prospects($1, $2) as found' } as const;

/** A statement whose placeholders `$1`, `$2` stand for these values, as part of a statement with conditions of its own. */
export function placeholders(sql: string, values: readonly unknown[], all: Conditions): string {
  const places = values.map((value) => all.value(value));
  return sql.replace(/\$(\d)/g, (_, no: string) => places[Number(no) - 1] ?? '');
}

function customTable(field: FieldRow | undefined, value: string): OtherTable {
  const read = field === undefined ? null : readCustomValue(field, value);
  if (field === undefined || read?.ok !== true) {
    return ofProspect('select record_id as found from custom_values where false', []);
  }
  const { text, number, date } = read.kept;
  const find = 'select record_id as found from custom_values where field_id = $1 and';
  if (number !== null) return ofProspect(`${find} number_value = $2::double precision`, [field.id, number]);
  if (date !== null) return ofProspect(`${find} date_value = $2::date`, [field.id, date]);
  return ofProspect(`${find} left(text_value, 100) = left($2, 100) and text_value = $2`, [field.id, text]);
}
