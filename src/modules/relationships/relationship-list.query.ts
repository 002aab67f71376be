import { Injectable } from '@nestjs/common';
import { readHost } from '../../core/sites/host.js';
import { type Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import {
  cursorNumber,
  cursorText,
  cursorTime,
  readCursor,
  UUID_FORM,
  writeCursor,
} from '../../platform/http/cursor.js';
import { COUNTED_UP_TO, pageOf, totalOf } from '../../platform/http/list.dto.js';
import { conditionsOf, DIRECTIONS, LITMUS_MISSING } from './relationship-conditions.js';
import type {
  RelationshipCounts,
  RelationshipFilter,
  RelationshipList,
  RelationshipListQuery,
  RelationshipRow,
  RelationshipSort,
} from './relationship-list.dto.js';
import { COLUMNS, JOINS, type RelationshipRecord, rowOf } from './relationship-record.js';
import { ToldSites } from './told-sites.js';

/** An order of the list: its key (each has an index that ends with the id), its direction, and how its cursor is read. */
interface Order {
  readonly key: string;
  readonly direction: 'asc' | 'desc';
  readonly type: 'date' | 'timestamptz' | 'integer' | 'text';
}

const ORDERS: Readonly<Record<RelationshipSort, Order>> = {
  newest: { key: `coalesce(r.newest_on, '-infinity')`, direction: 'desc', type: 'date' },
  updated: { key: 'r.updated_at', direction: 'desc', type: 'timestamptz' },
  to_us: { key: 'r.to_us_live', direction: 'desc', type: 'integer' },
  to_them: { key: 'r.to_them_live', direction: 'desc', type: 'integer' },
  site: { key: 's.site_key', direction: 'asc', type: 'text' },
};

/** Finds of a search that are looked up one by one; more are met soon by reading in order. */
const FEW = 2000;

type RecordInOrder = RelationshipRecord & { readonly sortKey: string | number | null };

/** Pages of relationships, each in a transaction of its own scope: row-level security has the last word. */
@Injectable()
export class RelationshipLists {
  constructor(
    private readonly database: Database,
    private readonly told: ToldSites,
  ) {}

  /** A page of the list with the total. A first page that is not full is its own total. */
  page(scope: WorkspaceScope, asked: RelationshipListQuery): Promise<RelationshipList> {
    const sort = asked.sort ?? 'newest';
    const place = after(asked.cursor, sort);
    return this.database.inWorkspace(scope, async () => {
      const sought = await this.sought(asked);
      const rows = await this.records(sought(conditionsOf(asked)), {
        order: ORDERS[sort],
        limit: asked.limit + 1,
        place,
      });
      const isWhole = asked.cursor === undefined && rows.length <= asked.limit;
      const total = isWhole ? rows.length : await this.count(sought(conditionsOf(asked)));
      const { shown, nextCursor } = pageOf(rows, asked.limit, (last) =>
        writeCursor(sort, [last.sortKey, last.id]),
      );
      return { items: await this.rows(shown), nextCursor, ...totalOf(total) };
    });
  }

  /** The next rows of the whole filtered list after an id, by id: for exports, which read in short transactions. */
  batch(
    scope: WorkspaceScope,
    filter: RelationshipFilter,
    afterId: string | null,
  ): Promise<RelationshipRow[]> {
    return this.database.inWorkspace(scope, async () => {
      const all = (await this.sought(filter))(conditionsOf(filter));
      if (afterId !== null) all.add('r.id > $::uuid', afterId);
      const rows = await this.query<RelationshipRecord>(
        `select ${COLUMNS} from (select * from relationships r where ${all.where} order by r.id limit 500) r ${JOINS} order by r.id`,
        all.values,
      );
      return this.rows(rows);
    });
  }

  counts(
    scope: WorkspaceScope,
    { direction: _, litmus: __, ...filter }: RelationshipFilter,
  ): Promise<RelationshipCounts> {
    return this.database.inWorkspace(scope, async () => {
      const all = (await this.sought(filter))(conditionsOf(filter));
      const [row] = await this.query<RelationshipCounts>(
        `select count(*)::int as all, count(*) filter (where ${DIRECTIONS.to_us})::int as "toUs",
           count(*) filter (where ${DIRECTIONS.told})::int as told,
           count(*) filter (where ${DIRECTIONS.to_them})::int as "toThem", count(*) filter (where ${DIRECTIONS.both})::int as both,
           count(*) filter (where ${DIRECTIONS.none})::int as none, count(*) filter (where ${LITMUS_MISSING})::int as "litmusMissing"
         from relationships r where ${all.where}`,
        all.values,
      );
      return row ?? { all: 0, toUs: 0, told: 0, toThem: 0, both: 0, none: 0, litmusMissing: 0 };
    });
  }

  /** Records as lists show them. What tools say is looked up only where they say anything. */
  private async rows(records: readonly RelationshipRecord[]): Promise<RelationshipRow[]> {
    const about = records.filter(({ toldState }) => toldState !== null);
    const told = await this.told.inBrief(about);
    const words = new Map(about.map(({ id }, at) => [id, told[at] ?? null]));
    return records.map((record) => rowOf(record, words.get(record.id) ?? null));
  }

  /** Looks for what is searched once; what is answered adds the finds to any statement of the transaction. */
  private async sought({ search = '' }: RelationshipFilter): Promise<(all: Conditions) => Conditions> {
    const words = search
      .trim()
      .toLowerCase()
      .replace(/^https?:\/\//, '')
      .replace(/^www\./, '');
    if (words === '') return (all) => all;
    const typed = asciiOf(words);
    if ([...typed].length < 3) return (all) => all.add(beginsWith(all, typed));
    const [found] = await this.query<{ ids: string | null; n: number }>(
      'select array_agg(id)::text as ids, count(*)::int as n from (select search_relationships($1, $2) as id) finds',
      [typed, FEW + 1],
    );
    if (found !== undefined && found.n <= FEW)
      return (all) => all.add('r.id = any ($::uuid[])', found.ids ?? '{}');
    // Written as a case the planner does not take it for a rare find, which would make it read and sort everything.
    return (all) =>
      all.add(
        'r.site_id in (select s.id from sites s where case when s.site_key like $ then true else false end)',
        `%${typed.replace(/[\\%_]/g, '\\$&')}%`,
      );
  }

  private records(
    all: Conditions,
    { order, limit, place }: { order: Order; limit: number; place: Place | null },
  ): Promise<RecordInOrder[]> {
    const { key, direction } = order;
    if (place !== null) all.add(beyond(order, all, place));
    const sorted = `order by ${key} ${direction}, r.id ${direction}`;
    const from =
      order.type === 'text'
        ? 'sites s join relationships r on r.workspace_id = s.workspace_id and r.site_id = s.id'
        : 'relationships r';
    return this.query(
      `select ${COLUMNS}, ${cursorColumn(order)} as "sortKey"
       from (select r.* from ${from} where ${all.where} ${sorted} limit ${all.value(limit)}) r ${JOINS} ${sorted}`,
      all.values,
    );
  }

  private async count(all: Conditions): Promise<number> {
    const rows = await this.query<{ total: number }>(
      `select count(*)::int as total from (select 1 from relationships r where ${all.where} limit ${COUNTED_UP_TO + 1}) counted`,
      all.values,
    );
    return rows[0]?.total ?? 0;
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}

function beginsWith(all: Conditions, typed: string): string {
  const range = `s.site_key >= ${all.value(typed)} and s.site_key < ${all.value(`${typed}\u{10FFFF}`)}`;
  return `r.site_id in (select s.id from sites s where ${range})`;
}

interface Place {
  readonly key: string | number | null;
  readonly id: string;
}

/** Rows behind a place. The key of another table and the id of this one make no row to compare, so they are compared apart. */
function beyond({ key, direction, type }: Order, all: Conditions, place: Place): string {
  const from = place.key === null ? `'-infinity'::${type}` : `${all.value(place.key)}::${type}`;
  const id = `${all.value(place.id)}::uuid`;
  if (type === 'text') return `${key} >= ${from} and (${key} > ${from} or r.id > ${id})`;
  return `(${key}, r.id) ${direction === 'asc' ? '>' : '<'} (${from}, ${id})`;
}

/** Microseconds are kept, and "never" is null: a Date of JavaScript holds neither. */
function cursorColumn({ key, type }: Order): string {
  if (type === 'timestamptz') return `to_char(${key} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
  return type === 'date' ? `r.newest_on::text` : key;
}

function after(cursor: string | undefined, sort: RelationshipSort): Place | null {
  if (cursor === undefined) return null;
  const [key, id] = readCursor(cursor, sort, 2);
  return { key: readKey(key ?? null, ORDERS[sort].type), id: cursorText(id, UUID_FORM) };
}

function readKey(key: string | number | null, type: Order['type']): string | number | null {
  if (type === 'integer') return cursorNumber(key);
  if (type === 'text') return cursorText(key, /^.{1,300}$/s);
  if (type === 'timestamptz') return cursorTime(key);
  return key === null ? null : cursorTime(`${cursorText(key, /^\d{4}-\d{2}-\d{2}$/)}T00:00:00Z`).slice(0, 10);
}

/** Hosts are kept in ASCII: a whole host in Unicode is searched for as it is kept. */
function asciiOf(words: string): string {
  return /^[\x20-\x7e]*$/.test(words) ? words : (readHost(words)?.host ?? words);
}
