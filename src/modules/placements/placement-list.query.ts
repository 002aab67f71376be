import { Injectable } from '@nestjs/common';
import { LIVE_COUNT_STATES, PLACEMENT_STATES, type PlacementState } from '../../core/placements/placement.js';
import { readHost } from '../../core/sites/host.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import { cursorText, cursorTime, readCursor, UUID_FORM, writeCursor } from '../../platform/http/cursor.js';
import { COUNTED_UP_TO, pageOf, totalOf } from '../../platform/http/list.dto.js';
import { conditionsOf, type FilterMoments } from './placement-conditions.js';
import type { PlacementFilter, PlacementListQuery, PlacementSort } from './placement-list.dto.js';
import { COLUMNS, JOINS, type PlacementRecord, rowOf } from './placement-record.js';
import type { CountsByState, PlacementCounts, PlacementList, PlacementRow } from './placement-row.dto.js';

const WEEK_MS = 7 * 24 * 3600_000;

/** An order of the list: its key (each has an index that ends with the id), its direction, its key as cursor text. */
interface Order {
  readonly key: string;
  readonly direction: 'asc' | 'desc';
  readonly type: 'timestamptz' | 'text';
}

const ORDERS: Readonly<Record<PlacementSort, Order>> = {
  newest: { key: 'p.created_at', direction: 'desc', type: 'timestamptz' },
  state_since: { key: 'p.state_since', direction: 'desc', type: 'timestamptz' },
  checked: { key: `coalesce(p.checked_at, '-infinity')`, direction: 'desc', type: 'timestamptz' },
  source: { key: 'p.source_host', direction: 'asc', type: 'text' },
};

const GROUPS = { client: 'client_id', campaign: 'campaign_id', owner: 'owner_member_id' } as const;
/** Whose placements are counted together. */
export type PlacementGroup = keyof typeof GROUPS;

/** Finds of a search that are looked up one by one; more are met soon by reading in order. */
const FEW = 2000;

/** The searched text of a row; the same words as the trigram index. */
const SEARCHED = `(coalesce(p.source_url, p.source_host) || ' ' || p.target_url)`;

type RecordInOrder = PlacementRecord & { readonly sort_key: string | null };

/** Pages of placements. Everything runs in the open transaction, so row-level security has the last word. */
@Injectable()
export class PlacementLists {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** A page of the list with the total. A first page that is not full is its own total. */
  async page(asked: PlacementListQuery): Promise<PlacementList> {
    const sort = asked.sort ?? 'newest';
    const moments = await this.moments();
    const all = await this.conditions(asked, moments);
    const rows = await this.records(all.copy(), ORDERS[sort], asked.limit + 1, after(asked.cursor, sort));
    const isWhole = asked.cursor === undefined && rows.length <= asked.limit;
    const total = isWhole ? rows.length : await this.count(all);
    const { shown, nextCursor } = pageOf(rows, asked.limit, (last) =>
      writeCursor(sort, [last.sort_key, last.id]),
    );
    return { items: shown.map((row) => rowOf(row, moments.today)), nextCursor, ...totalOf(total) };
  }

  /** Rows by their ids, in no order; those that are not visible are left out. */
  async byIds(ids: readonly string[]): Promise<PlacementRow[]> {
    const { today } = await this.moments();
    const rows = await this.query<PlacementRecord>(
      `select ${COLUMNS} from placements p ${JOINS} where p.id = any ($1)`,
      [ids],
    );
    return rows.map((row) => rowOf(row, today));
  }

  /** The next rows of the whole filtered list after an id, by id: for exports, which read in short transactions. */
  async batch(filter: PlacementFilter, afterId: string | null, size: number): Promise<PlacementRow[]> {
    const moments = await this.moments();
    const all = await this.conditions(filter, moments);
    if (afterId !== null) all.add('p.id < $', afterId);
    const rows = await this.query<PlacementRecord>(
      `select ${COLUMNS} from (select * from placements p where ${all.where} order by p.id desc limit ${size}) p ${JOINS} order by p.id desc`,
      all.values,
    );
    return rows.map((row) => rowOf(row, moments.today));
  }

  /** Placements per state and the counts of the tabs; the filter's own states are left aside. */
  async counts(filter: PlacementFilter): Promise<PlacementCounts> {
    const moments = await this.moments();
    const { state: _, ...rest } = filter;
    const counted = async (more: PlacementFilter): Promise<number> => {
      const all = await this.conditions({ ...rest, ...more }, moments);
      const rows = await this.query<{ n: number }>(
        `select count(*)::int as n from placements p where ${all.where}`,
        all.values,
      );
      return rows[0]?.n ?? 0;
    };
    const all = await this.conditions(rest, moments);
    const groups = await this.query<{ state: PlacementState; n: number }>(
      `select p.state, count(*)::int as n from placements p where ${all.where} group by p.state`,
      all.values,
    );
    const unlabelled = await counted({ unlabelled: true });
    const overdue = await counted({ overdue: true });
    return { ...sums(groups), unlabelled, overdue, rechecking: await counted({ rechecking: true }) };
  }

  /** How many placements of the filtered list belong to each client, campaign or owner; null is nobody. */
  async countsBy(by: PlacementGroup, filter: PlacementFilter): Promise<Map<string | null, number>> {
    const all = await this.conditions(filter, await this.moments());
    const column = GROUPS[by];
    const rows = await this.query<{ key: string | null; n: number }>(
      `select p.${column} as key, count(*)::int as n from placements p where ${all.where} group by p.${column}`,
      all.values,
    );
    return new Map(rows.map(({ key, n }) => [key, n]));
  }

  /** Ids of the whole filtered list, oldest first, one more than `atMost` where there are more. */
  async ids(filter: PlacementFilter, atMost: number): Promise<string[]> {
    const all = await this.conditions(filter, await this.moments());
    const rows = await this.query<{ id: string }>(
      `select p.id from placements p where ${all.where} order by p.id limit ${all.value(atMost + 1)}`,
      all.values,
    );
    return rows.map((row) => row.id);
  }

  /** Of these ids those that are visible, oldest first, each once. */
  async visible(ids: readonly string[]): Promise<string[]> {
    const rows = await this.query<{ id: string }>(
      'select id from placements where id = any ($1::uuid[]) order by id',
      [ids],
    );
    return rows.map((row) => row.id);
  }

  /** What the words of filters refer to now, in this workspace. */
  async moments(): Promise<FilterMoments> {
    const now = this.clock.now();
    const rows = await this.query<{ today: string; timeZone: string }>(
      'select ($1::timestamptz at time zone time_zone)::date::text as today, time_zone as "timeZone" from workspaces',
      [now],
    );
    return {
      today: rows[0]?.today ?? now.toISOString().slice(0, 10),
      timeZone: rows[0]?.timeZone ?? 'UTC',
      weekAgo: new Date(now.getTime() - WEEK_MS),
    };
  }

  /** The filter with its search as conditions. */
  async conditions(filter: PlacementFilter, moments: FilterMoments): Promise<Conditions> {
    const all = conditionsOf(filter, moments);
    const words = filter.search?.trim() ?? '';
    if (words === '') return all;
    if ([...words].length < 3) return byHostPrefix(all, words);
    return this.bySearch(all, words, filter.archived === true);
  }

  /**
   * Few finds are looked up by id through the trigram index (row-level security shuts it out of plain statements); where there are many,
   * reading in the list's order meets a page of them soon.
   */
  private async bySearch(all: Conditions, words: string, archived: boolean): Promise<Conditions> {
    const few = archived ? null : await this.foundIds(words);
    if (few !== null) return all.add('p.id = any ($::uuid[])', few);
    // Written as a case the planner does not take it for a rare find, which would make it read and sort everything.
    return all.add(
      `case when ${SEARCHED} ilike $ then true else false end`,
      `%${words.replace(/[\\%_]/g, '\\$&')}%`,
    );
  }

  /** The ids of what a search finds, as the text of an array; null when there are many. */
  private async foundIds(words: string): Promise<string | null> {
    const rows = await this.query<{ ids: string | null; found: number }>(
      `select array_agg(id)::text as ids, count(*)::int as found from (select search_placements($1, $2) as id) finds`,
      [words, FEW + 1],
    );
    const { ids = null, found = 0 } = rows[0] ?? {};
    return found > FEW ? null : (ids ?? '{}');
  }

  private async records(
    all: Conditions,
    order: Order,
    limit: number,
    place: { key: string | null; id: string } | null,
  ): Promise<RecordInOrder[]> {
    const { key, direction } = order;
    if (place !== null) {
      const from =
        place.key === null ? `'-infinity'::${order.type}` : `${all.value(place.key)}::${order.type}`;
      all.add(`(${key}, p.id) ${direction === 'asc' ? '>' : '<'} (${from}, ${all.value(place.id)}::uuid)`);
    }
    const sorted = `order by ${key} ${direction}, p.id ${direction}`;
    return this.query(
      `select ${COLUMNS}, ${cursorColumn(order)} as sort_key
       from (select * from placements p where ${all.where} ${sorted} limit ${all.value(limit)}) p ${JOINS} ${sorted}`,
      all.values,
    );
  }

  private async count(all: Conditions): Promise<number> {
    const rows = await this.query<{ total: number }>(
      `select count(*)::int as total from (select 1 from placements p where ${all.where} limit ${COUNTED_UP_TO + 1}) counted`,
      all.values,
    );
    return rows[0]?.total ?? 0;
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}

/** Microseconds are kept, and "never" is null: a Date of JavaScript holds neither. */
function cursorColumn({ key, type }: Order): string {
  if (type === 'text') return key;
  return `case when ${key} = '-infinity' then null else to_char(${key} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') end`;
}

function after(cursor: string | undefined, sort: PlacementSort): { key: string | null; id: string } | null {
  if (cursor === undefined) return null;
  const [key, id] = readCursor(cursor, sort, 2);
  const isNever = key === null && sort === 'checked';
  const read = (): string =>
    ORDERS[sort].type === 'text' ? cursorText(key, /^.{0,300}$/s) : cursorTime(key);
  return { key: isNever ? null : read(), id: cursorText(id, UUID_FORM) };
}

function sums(
  groups: readonly { state: PlacementState; n: number }[],
): Pick<PlacementCounts, 'all' | 'byState' | 'liveCount'> {
  const of = (state: PlacementState): number => groups.find((group) => group.state === state)?.n ?? 0;
  const byState = Object.fromEntries(
    PLACEMENT_STATES.map((state) => [state, of(state)]),
  ) as unknown as CountsByState;
  const sum = (states: readonly PlacementState[]): number =>
    states.reduce((total, state) => total + of(state), 0);
  return { all: sum(PLACEMENT_STATES), byState, liveCount: sum(LIVE_COUNT_STATES) };
}

function byHostPrefix(all: Conditions, words: string): Conditions {
  const from = readHost(words)?.host ?? words.toLowerCase();
  return all.add('p.source_host >= $', from).add('p.source_host < $', `${from}\u{10FFFF}`);
}
