import { Injectable } from '@nestjs/common';
import { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import {
  cursorNumber,
  cursorText,
  cursorTime,
  readCursor,
  UUID_FORM,
  writeCursor,
} from '../../platform/http/cursor.js';
import { COUNTED_UP_TO, pageOf, totalOf } from '../../platform/http/list.dto.js';
import type { BudgetUse, OrderFilter, OrderListQuery, OrderSort } from './order-list.dto.js';

/** Ids of a page of the list. */
export interface OrderPage {
  readonly ids: readonly string[];
  readonly nextCursor: string | null;
  readonly total: number;
  readonly totalIsExact: boolean;
}

interface Order {
  readonly key: string;
  readonly shown: string;
  readonly type: string;
  readonly direction: 'asc' | 'desc';
}

/** Orders without a last day come after all that have one. */
const ORDERS: Readonly<Record<OrderSort, Order>> = {
  newest: {
    key: 'o.created_at',
    shown: `to_char(o.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
    type: 'timestamptz',
    direction: 'desc',
  },
  number: { key: 'o.number', shown: 'o.number', type: 'integer', direction: 'desc' },
  ends: {
    key: `coalesce(o.ends_on, '9999-12-31'::date)`,
    shown: `coalesce(o.ends_on, '9999-12-31'::date)::text`,
    type: 'date',
    direction: 'asc',
  },
};

const JOINS = `orders o
  join brands b on b.workspace_id = o.workspace_id and b.id = o.brand_id
  left join publishers s on s.workspace_id = o.workspace_id and s.id = o.supplier_publisher_id`;

const DAY_FORM = /^\d{4}-\d{2}-\d{2}$/;

/** Which orders a list shows, in the open transaction. */
@Injectable()
export class OrderListQueries {
  constructor(private readonly database: Database) {}

  /** The ids of a page with the total. */
  async page(asked: OrderListQuery): Promise<OrderPage> {
    const sort = asked.sort ?? 'newest';
    const { key, shown, type, direction } = ORDERS[sort];
    const where = conditionsOf(asked);
    const total = await this.count(where.copy());
    const place = asked.cursor === undefined ? null : placeOf(asked.cursor, sort);
    if (place !== null) {
      const after = direction === 'asc' ? '>' : '<';
      const [atKey, atId] = [where.value(place.key), where.value(place.id)];
      where.add(`(${key}, o.id) ${after} (${atKey}::${type}, ${atId}::uuid)`);
    }
    const rows = await this.query<{ id: string; sortKey: string | number }>(
      `select o.id, ${shown} as "sortKey" from ${JOINS} where ${where.where}
       order by ${key} ${direction}, o.id ${direction} limit ${where.value(asked.limit + 1)}`,
      where.values,
    );
    const { shown: page, nextCursor } = pageOf(rows, asked.limit, (last) =>
      writeCursor(sort, [last.sortKey, last.id]),
    );
    return { ids: page.map(({ id }) => id), nextCursor, ...totalOf(total) };
  }

  /** The next ids of the filtered list after one, oldest first: for files, which are read in short transactions. */
  async batch(filter: OrderFilter, afterId: string | null, size: number): Promise<string[]> {
    const where = conditionsOf(filter);
    if (afterId !== null) where.add('o.id > $::uuid', afterId);
    const rows = await this.query<{ id: string }>(
      `select o.id from ${JOINS} where ${where.where} order by o.id limit ${where.value(size)}`,
      where.values,
    );
    return rows.map(({ id }) => id);
  }

  private async count(where: Conditions): Promise<number> {
    const rows = await this.query<{ total: number }>(
      `select count(*)::int as total from (select 1 from ${JOINS} where ${where.where} limit ${COUNTED_UP_TO + 1}) counted`,
      where.values,
    );
    return rows[0]?.total ?? 0;
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}

const EQUAL = {
  clientId: 'o.client_id',
  brandId: 'o.brand_id',
  campaignId: 'o.campaign_id',
  pitchId: 'o.pitch_id',
  supplierId: 'o.supplier_publisher_id',
} as const;

const LOST_LINE = `exists (select 1 from order_lines l where l.order_id = o.id and l.state = 'lost')`;

/** Approved and ordered ones count, by their lines that stand: as core/orders/budget has it. */
const USED = `o.stage in ('approved', 'ordered')`;
const STANDING_LINE = `exists (select 1 from order_lines l where l.order_id = o.id and l.state not in ('replaced', 'cancelled')`;
const USES: Readonly<Record<BudgetUse, string>> = {
  used: USED,
  spent: `${USED} and ${STANDING_LINE} and l.paid_on is not null)`,
  committed: `${USED} and ${STANDING_LINE} and l.paid_on is null)`,
};

const OTHERS = {
  state: 'o.state = any ($)',
  placementId: 'exists (select 1 from order_lines l where l.order_id = o.id and l.placement_id = $)',
  endingBefore: `o.ends_on <= $::date and o.stage = 'ordered' and o.renewal = 'undecided'`,
} as const;

function conditionsOf(filter: OrderFilter): Conditions {
  const where = new Conditions().add('o.archived_at is null');
  for (const [field, column] of Object.entries(EQUAL)) {
    const value = filter[field as keyof typeof EQUAL];
    if (value !== undefined) where.add(`${column} = $`, value);
  }
  for (const [field, condition] of Object.entries(OTHERS)) {
    const value = filter[field as keyof typeof OTHERS];
    if (value !== undefined) where.add(condition, value);
  }
  if (filter.budget !== undefined) where.add(USES[filter.budget]);
  owner(where, filter);
  if (filter.lost !== undefined) where.add(filter.lost ? LOST_LINE : `not ${LOST_LINE}`);
  return searched(where, filter.search?.trim().toLowerCase() ?? '');
}

function owner(where: Conditions, { ownerMemberId }: OrderFilter): void {
  if (ownerMemberId === 'none') where.add('o.owner_member_id is null');
  else if (ownerMemberId !== undefined) where.add('o.owner_member_id = $', ownerMemberId);
}

/** A number, or words. Orders are few beside links: they are read through. */
function searched(where: Conditions, words: string): Conditions {
  if (words === '') return where;
  const number = /^#?(\d{1,9})$/.exec(words)?.[1];
  const text = where.value(words);
  const isNumber = number === undefined ? '' : `o.number = ${where.value(Number(number))} or `;
  return where.add(
    `(${isNumber}position(${text} in lower(concat_ws(' ', s.name, b.name, o.po_reference, o.invoice_reference))) > 0
      or exists (select 1 from order_lines l join sites t on t.workspace_id = l.workspace_id and t.id = l.site_id
        where l.order_id = o.id and position(${text} in t.site_key) > 0))`,
  );
}

function placeOf(cursor: string, sort: OrderSort): { key: string | number; id: string } {
  const [key, id] = readCursor(cursor, sort, 2);
  const read = {
    newest: () => cursorTime(key),
    number: () => cursorNumber(key),
    ends: () => cursorText(key, DAY_FORM),
  };
  return { key: read[sort](), id: cursorText(id, UUID_FORM) };
}
