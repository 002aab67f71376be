import { Injectable } from '@nestjs/common';
import { nameKey } from '../../core/contacts/name-key.js';
import { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import { cursorText, cursorTime, readCursor, UUID_FORM, writeCursor } from '../../platform/http/cursor.js';
import { COUNTED_UP_TO, pageOf, totalOf } from '../../platform/http/list.dto.js';
import { conditionsOf } from './contact-conditions.js';
import type { ContactFilter, ContactListQuery, ContactSort } from './contact-list.dto.js';
import { COLUMNS, type ContactRecord, JOINS, rowOf } from './contact-record.js';
import type { ContactList, ContactRow } from './contact-views.dto.js';

/** An order of the list: its key (each has an index that ends with the id), its direction, its type. */
interface Order {
  readonly key: string;
  readonly direction: 'asc' | 'desc';
  readonly type: 'timestamptz' | 'text';
}

const ORDERS: Readonly<Record<ContactSort, Order>> = {
  name: { key: 'c.name_key', direction: 'asc', type: 'text' },
  newest: { key: 'c.created_at', direction: 'desc', type: 'timestamptz' },
  updated: { key: 'c.updated_at', direction: 'desc', type: 'timestamptz' },
};

/** Finds of a search that are looked up one by one; more are met soon by reading in order. */
const FEW = 2000;

/** Newest contacts that are looked at to see how broad a search is. */
const SAMPLE = 1000;

/** Words of a search as the pattern of `like`. */
const PATTERN = /[\\%_]/g;

type RecordInOrder = ContactRecord & { readonly sort_key: string };

/** What a list asks for: its conditions, and how many fit where that is known already. */
interface Asked {
  readonly all: Conditions;
  /** The same rows by other conditions, where those are quicker to count by. */
  readonly counting: Conditions;
  readonly known: number | null;
}

/** Pages of contacts. Everything runs in the open transaction, so row-level security has the last word. */
@Injectable()
export class ContactLists {
  constructor(private readonly database: Database) {}

  /** A page of the list with the total. A first page that is not full is its own total. */
  async page(asked: ContactListQuery, today: string): Promise<ContactList> {
    const sort = asked.sort ?? 'name';
    const { all, counting, known } = await this.asked(asked);
    const rows = await this.records(all.copy(), ORDERS[sort], asked.limit + 1, after(asked.cursor, sort));
    const isWhole = asked.cursor === undefined && rows.length <= asked.limit;
    const total = isWhole ? rows.length : (known ?? (await this.count(counting)));
    const { shown, nextCursor } = pageOf(rows, asked.limit, (last) =>
      writeCursor(sort, [last.sort_key, last.id]),
    );
    return {
      items: shown.map(({ sort_key: _, ...row }) => rowOf(row, today)),
      nextCursor,
      ...totalOf(total),
    };
  }

  /** The next rows of the whole filtered list after an id, newest first: for exports, which read in short transactions. */
  async batch(
    filter: ContactFilter,
    place: { afterId: string | null; size: number },
    today: string,
  ): Promise<ContactRow[]> {
    const { all } = await this.asked(filter);
    if (place.afterId !== null) all.add('c.id < $::uuid', place.afterId);
    const rows = await this.query<ContactRecord>(
      `select ${COLUMNS} from (select * from contacts c where ${all.where} order by c.id desc limit ${place.size}) c ${JOINS} order by c.id desc`,
      all.values,
    );
    return rows.map((row) => rowOf(row, today));
  }

  /** Ids of the whole filtered list, oldest first, one more than `atMost` where there are more. */
  async ids(filter: ContactFilter, atMost: number): Promise<string[]> {
    const { all } = await this.asked(filter);
    const rows = await this.query<{ id: string }>(
      `select c.id from contacts c where ${all.where} order by c.id limit ${all.value(atMost + 1)}`,
      all.values,
    );
    return rows.map((row) => row.id);
  }

  /** Of these ids those of contacts that are there and not archived, oldest first, each once. */
  async there(ids: readonly string[]): Promise<string[]> {
    const rows = await this.query<{ id: string }>(
      'select id from contacts where id = any ($1::uuid[]) and archived_at is null order by id',
      [ids],
    );
    return rows.map((row) => row.id);
  }

  private async asked(filter: ContactFilter): Promise<Asked> {
    const all = conditionsOf(filter);
    const words = (filter.search ?? '').trim().toLowerCase();
    if (words === '') return { all, counting: all, known: null };
    if ([...words].length < 3) return same(byNamePrefix(all, words));
    if (filter.archived === true) return same(bySight(all, words));
    return this.bySearch(all, words);
  }

  /**
   * Finds come from the trigram index (row-level security shuts it out of plain statements). Few are looked up by id; where there are many, reading
   * in the list's order meets a page of them soon, and the finds themselves are what is counted.
   */
  private async bySearch(all: Conditions, words: string): Promise<Asked> {
    if (await this.isBroad(words)) return same(bySight(all, words));
    const { ids, found } = await this.found(words);
    const byIds = all.copy().add('c.id = any ($::uuid[])', ids);
    if (found <= FEW) return same(byIds);
    const seen = bySight(all.copy(), words);
    if (all.size === 1) return { all: seen, counting: seen, known: found };
    return { all: seen, counting: found > COUNTED_UP_TO ? seen : byIds, known: null };
  }

  /** Whether a tenth of the newest contacts fit: then reading in order is quicker than gathering all finds, and so is counting them. */
  private async isBroad(words: string): Promise<boolean> {
    const sample = new Conditions();
    bySight(sample, words);
    const rows = await this.query<{ n: number }>(
      `select count(*)::int as n from (
         select c.search_text from contacts c where c.archived_at is null order by c.created_at desc, c.id desc limit ${SAMPLE}
       ) c where ${sample.where}`,
      sample.values,
    );
    return (rows[0]?.n ?? 0) >= SAMPLE / 10;
  }

  /** The ids of what a search finds, as the text of an array, up to one more than totals are counted to. */
  private async found(words: string): Promise<{ ids: string; found: number }> {
    const rows = await this.query<{ ids: string | null; found: number }>(
      `select array_agg(id)::text as ids, count(*)::int as found from (select search_contacts($1, $2) as id) finds`,
      [words, COUNTED_UP_TO + 1],
    );
    return { ids: rows[0]?.ids ?? '{}', found: rows[0]?.found ?? 0 };
  }

  private async records(
    all: Conditions,
    { key, direction, type }: Order,
    limit: number,
    place: { key: string; id: string } | null,
  ): Promise<RecordInOrder[]> {
    if (place !== null) {
      const from = `${all.value(place.key)}::${type}`;
      all.add(`(${key}, c.id) ${direction === 'asc' ? '>' : '<'} (${from}, ${all.value(place.id)}::uuid)`);
    }
    const sorted = `order by ${key} ${direction}, c.id ${direction}`;
    return this.query(
      `select ${COLUMNS}, ${cursorColumn(key, type)} as sort_key
       from (select * from contacts c where ${all.where} ${sorted} limit ${all.value(limit)}) c ${JOINS} ${sorted}`,
      all.values,
    );
  }

  private async count(all: Conditions): Promise<number> {
    const rows = await this.query<{ total: number }>(
      `select count(*)::int as total from (select 1 from contacts c where ${all.where} limit ${COUNTED_UP_TO + 1}) counted`,
      all.values,
    );
    return rows[0]?.total ?? 0;
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}

function same(all: Conditions): Asked {
  return { all, counting: all, known: null };
}

/** Written as a case the planner does not take it for a rare find, which would make it read and sort everything. */
function bySight(all: Conditions, words: string): Conditions {
  const pattern = `%${words.replace(PATTERN, '\\$&')}%`;
  return all.add('case when c.search_text like $ then true else false end', pattern);
}

function byNamePrefix(all: Conditions, words: string): Conditions {
  const from = nameKey(words);
  return all.add('c.name_key >= $', from).add('c.name_key < $', `${from}\u{10FFFF}`);
}

/** Microseconds are kept: a Date of JavaScript does not hold them. */
function cursorColumn(key: string, type: Order['type']): string {
  return type === 'text' ? key : `to_char(${key} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
}

function after(cursor: string | undefined, sort: ContactSort): { key: string; id: string } | null {
  if (cursor === undefined) return null;
  const [key, id] = readCursor(cursor, sort, 2);
  const isText = ORDERS[sort].type === 'text';
  return { key: isText ? cursorText(key, /^.{0,300}$/s) : cursorTime(key), id: cursorText(id, UUID_FORM) };
}
