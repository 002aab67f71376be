import { Injectable } from '@nestjs/common';
import { LIVE_COUNT_STATES } from '../../core/placements/placement.js';
import { foldedText } from '../../core/publishers/name-key.js';
import { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import { cursorText, cursorTime, readCursor, UUID_FORM, writeCursor } from '../../platform/http/cursor.js';
import { COUNTED_UP_TO, pageOf, totalOf } from '../../platform/http/list.dto.js';
import type {
  PublisherFilter,
  PublisherList,
  PublisherListQuery,
  PublisherRow,
  PublisherSort,
} from './publisher-list.dto.js';

/** An order of the list: its key (each has an index that ends with the id) and its direction. */
const ORDERS = {
  newest: {
    key: 'p.created_at',
    shown: `to_char(p.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
    type: 'timestamptz',
    direction: 'desc',
    after: '<',
  },
  name: { key: 'p.name_key', shown: 'p.name_key', type: 'text', direction: 'asc', after: '>' },
} as const satisfies Readonly<Record<PublisherSort, object>>;

/** Finds of a search that are looked up one by one; more are met soon by reading in the list's order. */
const FEW = 2000;

const COLUMNS = `p.id, p.name, p.kind, p.home_url as "homeUrl", p.country, p.created_at as "createdAt", p.archived_at as "archivedAt",
  p.revision, l.sites as "siteCount", l.live as "livePlacementCount",
  (select count(distinct c.contact_id)::int from contact_places c where c.publisher_id = p.id and not c.is_former) as "contactCount",
  (select max(coalesce(c.asked_on, c.recorded_at::date))::text from conditions c
   where c.publisher_id = p.id and c.outdated_at is null) as "newestConditionOn"`;

/** Placements are counted under row-level security: a limited member's number is that of their own clients. */
const COUNTS = (states: string): string => `cross join lateral (
    select count(*)::int as sites, coalesce(sum(here.live), 0)::int as live
    from (select distinct site_id from site_publishers where publisher_id = p.id and ended_at is null) own
    cross join lateral (select count(*) as live from placements x
      where x.site_id = own.site_id and x.archived_at is null and x.state = any (${states})) here
  ) l`;

type RowInOrder = PublisherRow & { readonly sortKey: string };

/** Publishers as lists show them, in the open transaction. */
@Injectable()
export class PublisherLists {
  constructor(private readonly database: Database) {}

  /** A page with the total. A first page that is not full is its own total. */
  async page(asked: PublisherListQuery): Promise<PublisherList> {
    const sort = asked.sort ?? 'newest';
    const where = await this.where(asked);
    const rows = await this.rows(where.copy(), asked, sort);
    const isWhole = asked.cursor === undefined && rows.length <= asked.limit;
    const total = isWhole ? rows.length : await this.count(where);
    const { shown, nextCursor } = pageOf(rows, asked.limit, (last) =>
      writeCursor(sort, [last.sortKey, last.id]),
    );
    return { items: shown.map(({ sortKey: _, ...row }) => row), nextCursor, ...totalOf(total) };
  }

  async one(id: string): Promise<PublisherRow | null> {
    const rows = await this.query<PublisherRow>(
      `select ${COLUMNS} from publishers p ${COUNTS('$2')} where p.id = $1`,
      [id, LIVE_COUNT_STATES],
    );
    return rows[0] ?? null;
  }

  /** The next rows of the filtered list after an id, newest first: for exports, which read in short transactions. */
  async batch(filter: PublisherFilter, afterId: string | null, size: number): Promise<PublisherRow[]> {
    const where = await this.where(filter);
    if (afterId !== null) where.add('p.id < $::uuid', afterId);
    return this.query(
      `select ${COLUMNS} from (select * from publishers p where ${where.where} order by p.id desc limit ${where.value(size)}) p
       ${COUNTS(where.value(LIVE_COUNT_STATES))} order by p.id desc`,
      where.values,
    );
  }

  private rows(where: Conditions, asked: PublisherListQuery, sort: PublisherSort): Promise<RowInOrder[]> {
    const { key, shown, type, direction, after } = ORDERS[sort];
    const place = placeOf(asked.cursor, sort);
    if (place !== null)
      where.add(
        `(${key}, p.id) ${after} (${where.value(place.key)}::${type}, ${where.value(place.id)}::uuid)`,
      );
    const sorted = `order by ${key} ${direction}, p.id ${direction}`;
    return this.query(
      `select ${COLUMNS}, ${shown} as "sortKey" from (
         select * from publishers p where ${where.where} ${sorted} limit ${where.value(asked.limit + 1)}) p
       ${COUNTS(where.value(LIVE_COUNT_STATES))} ${sorted}`,
      where.values,
    );
  }

  private async count(where: Conditions): Promise<number> {
    const rows = await this.query<{ total: number }>(
      `select count(*)::int as total from (select 1 from publishers p where ${where.where} limit ${COUNTED_UP_TO + 1}) counted`,
      where.values,
    );
    return rows[0]?.total ?? 0;
  }

  private async where(filter: PublisherFilter): Promise<Conditions> {
    const where = new Conditions().add(
      filter.archived === true ? 'p.archived_at is not null' : 'p.archived_at is null',
    );
    if (filter.kind !== undefined) where.add('p.kind = any ($)', filter.kind);
    const words = foldedText(filter.search ?? '');
    if (words === '') return (filter.search ?? '').trim() === '' ? where : where.add('false');
    if (words.length < 3)
      return where.add('p.name_key >= $', words).add('p.name_key < $', `${words}\u{10FFFF}`);
    return this.searched(where, words, filter.archived === true);
  }

  /** Row-level security shuts the trigram index out of plain statements, so few finds are looked up through a definer function. */
  private async searched(where: Conditions, words: string, archived: boolean): Promise<Conditions> {
    const found = archived ? null : await this.foundIds(words);
    if (found !== null) return where.add('p.id = any ($::uuid[])', found);
    // Written as a case the planner does not take it for a rare find, which would make it read and sort everything.
    return where.add('case when position($ in p.search_text) > 0 then true else false end', words);
  }

  private async foundIds(words: string): Promise<string[] | null> {
    const rows = await this.query<{ id: string }>('select search_publishers($1, $2) as id', [words, FEW + 1]);
    return rows.length > FEW ? null : rows.map((row) => row.id);
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}

function placeOf(cursor: string | undefined, sort: PublisherSort): { key: string; id: string } | null {
  if (cursor === undefined) return null;
  const [key, id] = readCursor(cursor, sort, 2);
  return {
    key: sort === 'name' ? cursorText(key, /^.{0,1000}$/s) : cursorTime(key),
    id: cursorText(id, UUID_FORM),
  };
}
