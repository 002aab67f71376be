import { Injectable } from '@nestjs/common';
import type { ProspectStatus } from '../../core/prospects/prospect.js';
import type { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import { COUNTED_UP_TO, pageOf, totalOf } from '../../platform/http/list.dto.js';
import { CustomValuesRepository } from './custom-values.repository.js';
import { ProspectFinder, placeholders } from './prospect-finder.js';
import type { ProspectFilter, ProspectListQuery } from './prospect-list.dto.js';
import { cursorAfter, keyColumn, type Order, orderOf, type Place, placeOf } from './prospect-order.js';

/** A row of a page as far as the order needs it. */
interface InOrder {
  readonly id: string;
  readonly sort_key: string | null;
  readonly tie: string;
}

/** Ids of a page, in order, and what a page says about the whole list. */
export interface ProspectPage {
  readonly ids: readonly string[];
  readonly nextCursor: string | null;
  readonly total: number;
  readonly totalIsExact: boolean;
}

/** Numbers over a list, by status. */
export interface StatusCount {
  readonly status: ProspectStatus;
  readonly all: number;
  readonly mine: number;
  readonly unowned: number;
  readonly doNotContact: number;
}

/** Which prospects a list holds. Everything runs in the open transaction, so row-level security has the last word. */
@Injectable()
export class ProspectLists {
  constructor(
    private readonly database: Database,
    private readonly finder: ProspectFinder,
    private readonly values: CustomValuesRepository,
  ) {}

  /** A page of the list with the total. A first page that is not full is its own total. */
  async page(asked: ProspectListQuery): Promise<ProspectPage> {
    const order = await this.order(asked);
    const held = order.values?.holdsRange === true;
    const ordered = await this.finder.conditions(held ? withoutRange(asked) : asked);
    const rows = await this.rows(ordered, order, {
      after: placeOf(asked.cursor, order),
      limit: asked.limit + 1,
    });
    const isWhole = asked.cursor === undefined && rows.length <= asked.limit;
    const total = isWhole
      ? rows.length
      : await this.count(held ? await this.finder.conditions(asked) : ordered);
    const { shown, nextCursor } = pageOf(rows, asked.limit, (last) => cursorAfter(order, last));
    return { ids: shown.map((row) => row.id), nextCursor, ...totalOf(total) };
  }

  /** Numbers by status; the filter's own statuses are left aside. */
  async counts({ status: _, ...filter }: ProspectFilter, memberId: string): Promise<StatusCount[]> {
    const all = await this.finder.conditions(filter);
    return this.query(
      `select p.status, count(*)::int as "all", (count(*) filter (where p.owner_member_id = ${all.value(memberId)}))::int as mine,
         (count(*) filter (where p.owner_member_id is null))::int as unowned,
         (count(*) filter (where p.do_not_contact))::int as "doNotContact"
       from prospects p where ${all.where} group by p.status`,
      all.values,
    );
  }

  /** Ids of the whole filtered list, oldest first, one more than `atMost` where there are more. */
  async ids(filter: ProspectFilter, atMost: number): Promise<string[]> {
    const all = await this.finder.conditions(filter);
    const rows = await this.query<{ id: string }>(
      `select p.id from prospects p where ${all.where} order by p.id limit ${all.value(atMost + 1)}`,
      all.values,
    );
    return rows.map((row) => row.id);
  }

  /** The next ids of the filtered list after one, newest first: for exports, which read in short transactions. */
  async batch(filter: ProspectFilter, after: string | null, size: number): Promise<string[]> {
    const all = await this.finder.conditions(filter);
    if (after !== null) all.add('p.id < $', after);
    const rows = await this.query<{ id: string }>(
      `select p.id from prospects p where ${all.where} order by p.id desc limit ${all.value(size)}`,
      all.values,
    );
    return rows.map((row) => row.id);
  }

  /** Of these ids those that exist, oldest first, each once. */
  async visible(ids: readonly string[]): Promise<string[]> {
    const rows = await this.query<{ id: string }>(
      'select id from prospects where id = any ($1::uuid[]) order by id',
      [ids],
    );
    return rows.map((row) => row.id);
  }

  private async order(asked: ProspectListQuery): Promise<Order> {
    const isByField = asked.sort?.startsWith('custom.') === true;
    const fields = isByField ? await this.values.fields('prospect') : [];
    const members =
      asked.sort === 'owner'
        ? await this.query<{ id: string }>('select id from members order by lower(name), id', [])
        : [];
    return orderOf(asked, {
      fields: new Map(fields.map((field) => [field.fieldKey, field])),
      members: members.map((member) => member.id),
    });
  }

  /** In an order by another table's values the prospects without one come after those that have one. */
  private async rows(
    all: Conditions,
    order: Order,
    { after, limit }: { after: Place | null; limit: number },
  ): Promise<InOrder[]> {
    if (order.values === undefined)
      return this.keyed(all.copy(), order, { after, limit, from: 'prospects p' });
    const isPast = after !== null && after.key === null;
    const withKey = isPast ? [] : await this.ofTable(all.copy(), order, { after, limit });
    if (withKey.length === limit) return withKey;
    const rest = await this.keyless(all.copy(), order, {
      after: isPast ? after : null,
      limit: limit - withKey.length,
    });
    return [...withKey, ...rest];
  }

  private ofTable(
    all: Conditions,
    order: Order,
    page: { after: Place | null; limit: number },
  ): Promise<InOrder[]> {
    const from = placeholders(order.values?.from ?? '', order.values?.values ?? [], all);
    return this.keyed(all, order, { ...page, from });
  }

  private keyed(
    all: Conditions,
    order: Order,
    { after, limit, from }: { after: Place | null; limit: number; from: string },
  ): Promise<InOrder[]> {
    const { key, direction, tie, type } = order;
    if (after !== null) {
      const start = after.key === null ? `'-infinity'::${type}` : `${all.value(after.key)}::${type}`;
      all.add(`(${key}, ${tie}) ${direction === 'asc' ? '>' : '<'} (${start}, ${all.value(after.id)}::uuid)`);
    }
    return this.query(
      `select p.id, ${tie} as tie, ${keyColumn(order)} as sort_key from ${from} where ${all.where}
       order by ${key} ${direction}, ${tie} ${direction} limit ${all.value(limit)}`,
      all.values,
    );
  }

  private keyless(
    all: Conditions,
    { tie, values }: Order,
    { after, limit }: { after: Place | null; limit: number },
  ): Promise<InOrder[]> {
    if (values === undefined) return Promise.resolve([]);
    all.add(placeholders(values.without, values.values, all));
    if (after !== null) all.add(`${tie} > $::uuid`, after.id);
    return this.query(
      `select p.id, ${tie} as tie, null as sort_key from prospects p where ${all.where} order by ${tie} limit ${all.value(limit)}`,
      all.values,
    );
  }

  private async count(all: Conditions): Promise<number> {
    const rows = await this.query<{ total: number }>(
      `select count(*)::int as total from (select 1 from prospects p where ${all.where} limit ${COUNTED_UP_TO + 1}) counted`,
      all.values,
    );
    return rows[0]?.total ?? 0;
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}

function withoutRange({ metricFrom: _, metricTo: __, ...rest }: ProspectListQuery): ProspectFilter {
  return rest;
}
