import { Injectable } from '@nestjs/common';
import type { Conditions } from '../../../platform/database/conditions.js';
import { Database } from '../../../platform/database/database.js';
import { cursorText, cursorTime, readCursor, UUID_FORM, writeCursor } from '../../../platform/http/cursor.js';
import { COUNTED_UP_TO, pageOf, totalOf } from '../../../platform/http/list.dto.js';
import type { PitchFilter } from './pitch-filter.dto.js';
import { PitchFinder } from './pitch-finder.js';
import type { PitchListQuery, PitchSort } from './pitch-list.dto.js';

/** An order of the list: its key, its direction, its key as cursor text. Ties fall by id. */
interface Order {
  readonly key: string;
  readonly type: 'timestamptz' | 'text';
  readonly direction: 'asc' | 'desc';
  readonly from?: string;
}

/** Without a day a step comes after all days; written as text, which sorts as days do. */
const NEXT_STEP = `coalesce(p.next_step_on::text, '9999-99-99')`;
/** The stage's place in its kind, then how long it has been there; both in one text that sorts so. */
const STAGE = `lpad(p.stage_position::text, 4, '0') || to_char(p.stage_since at time zone 'UTC', 'YYYYMMDDHH24MISSUS')`;

const ORDERS: Readonly<Record<PitchSort, Order>> = {
  newest: { key: 'p.created_at', type: 'timestamptz', direction: 'desc' },
  in_stage: { key: 'p.stage_since', type: 'timestamptz', direction: 'asc' },
  next: { key: NEXT_STEP, type: 'text', direction: 'asc' },
  stage: { key: STAGE, type: 'text', direction: 'asc' },
  site: {
    key: 'coalesce(s.site_key, p.label)',
    type: 'text',
    direction: 'asc',
    from: 'pitches p left join sites s on s.id = p.site_id',
  },
};

/** Ids of a page, in order, and what a page says about the whole list. */
interface PitchPage {
  readonly ids: readonly string[];
  readonly nextCursor: string | null;
  readonly total: number;
  readonly totalIsExact: boolean;
}

/** Which pitches a list holds. Everything runs in the open transaction, so row-level security has the last word. */
@Injectable()
export class PitchLists {
  constructor(
    private readonly database: Database,
    private readonly finder: PitchFinder,
  ) {}

  /** A page of the list with the total. A first page that is not full is its own total. */
  async page(asked: PitchListQuery): Promise<PitchPage> {
    const sort = asked.sort ?? 'newest';
    const all = await this.finder.conditions(asked, await this.finder.moments());
    const rows = await this.inOrder(all.copy(), sort, asked);
    const isWhole = asked.cursor === undefined && rows.length <= asked.limit;
    const total = isWhole ? rows.length : await this.count(all);
    const { shown, nextCursor } = pageOf(rows, asked.limit, (last) => writeCursor(sort, [last.key, last.id]));
    return { ids: shown.map((row) => row.id), nextCursor, ...totalOf(total) };
  }

  /** How many pitches of the filtered list each person works on; null is nobody. */
  async countsByAssignee(filter: PitchFilter): Promise<Map<string | null, number>> {
    const all = await this.finder.conditions(filter, await this.finder.moments());
    const rows = await this.query<{ key: string | null; n: number }>(
      `select p.assignee_member_id as key, count(*)::int as n from pitches p where ${all.where} group by 1`,
      all.values,
    );
    return new Map(rows.map(({ key, n }) => [key, n]));
  }

  /** The first deadline of each of these pitches that has one, by id. */
  async deadlines(ids: readonly string[]): Promise<Map<string, string>> {
    const { deadlines } = await this.finder.moments();
    const rows = await this.query<{ id: string; day: string }>(
      `select p.id, min(p.fields ->> f.key) as day from unnest($1::text[], $2::text[]) as f (kind, key)
       join pitches p on p.kind = f.kind and p.id = any ($3::uuid[]) where p.fields ->> f.key is not null group by p.id`,
      [deadlines.map(({ kind }) => kind), deadlines.map(({ key }) => key), ids],
    );
    return new Map(rows.map(({ id, day }) => [id, day]));
  }

  /** Ids of the whole filtered list, oldest first, one more than `atMost` where there are more. */
  async ids(filter: PitchFilter, atMost: number): Promise<string[]> {
    const all = await this.finder.conditions(filter, await this.finder.moments());
    return this.idsOf(
      `select p.id from pitches p where ${all.where} order by p.id limit ${all.value(atMost + 1)}`,
      all.values,
    );
  }

  /** The next ids of the filtered list after one, newest first: for exports, which read in short transactions. */
  async batch(filter: PitchFilter, after: string | null, size: number): Promise<string[]> {
    const all = await this.finder.conditions(filter, await this.finder.moments());
    if (after !== null) all.add('p.id < $', after);
    return this.idsOf(
      `select p.id from pitches p where ${all.where} order by p.id desc limit ${all.value(size)}`,
      all.values,
    );
  }

  /** Of these ids those that exist, oldest first, each once. */
  visible(ids: readonly string[]): Promise<string[]> {
    return this.idsOf('select id from pitches where id = any ($1::uuid[]) order by id', [ids]);
  }

  private inOrder(
    all: Conditions,
    sort: PitchSort,
    { cursor, limit }: PitchListQuery,
  ): Promise<{ id: string; key: string }[]> {
    const { key, type, direction, from = 'pitches p' } = ORDERS[sort];
    if (cursor !== undefined) {
      const [value, id] = readCursor(cursor, sort, 2);
      const start = type === 'text' ? cursorText(value, /^.{0,300}$/s) : cursorTime(value);
      const after = `(${all.value(start)}::${type}, ${all.value(cursorText(id, UUID_FORM))}::uuid)`;
      all.add(`(${key}, p.id) ${direction === 'asc' ? '>' : '<'} ${after}`);
    }
    const shown =
      type === 'text' ? key : `to_char(${key} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
    return this.query(
      `select p.id, ${shown} as key from ${from} where ${all.where}
       order by ${key} ${direction}, p.id ${direction} limit ${all.value(limit + 1)}`,
      all.values,
    );
  }

  private async count(all: Conditions): Promise<number> {
    const rows = await this.query<{ total: number }>(
      `select count(*)::int as total from (select 1 from pitches p where ${all.where} limit ${COUNTED_UP_TO + 1}) counted`,
      all.values,
    );
    return rows[0]?.total ?? 0;
  }

  private async idsOf(sql: string, values: unknown[]): Promise<string[]> {
    return (await this.query<{ id: string }>(sql, values)).map((row) => row.id);
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}
