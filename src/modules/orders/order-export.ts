import { Injectable } from '@nestjs/common';
import { currencyExponent } from '../../core/orders/money.js';
import { Database } from '../../platform/database/database.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import type { Cell } from '../../platform/http/table-answer.js';
import type { OrderFilter } from './order-list.dto.js';
import { OrderListQueries } from './order-list.query.js';
import type { OrderCreditView, OrderDetail, OrderLineView } from './order-views.dto.js';
import { OrderViews } from './order-views.js';

/** One row of the file: a line of an order, or a credit for one. */
interface Booking {
  readonly order: OrderDetail;
  readonly line: OrderLineView | undefined;
  readonly credit: OrderCreditView | null;
}

/** The columns of the file. Amounts are in whole units of the currency with its decimals; those of credits are negative. */
const COLUMNS: readonly (readonly [name: string, value: (booking: Booking) => Cell])[] = [
  ['order', ({ order }) => order.number],
  ['entry', ({ credit }) => (credit === null ? 'line' : 'credit')],
  ['order_state', ({ order }) => order.state],
  ['line_state', ({ line }) => line?.state ?? null],
  ['client', ({ order }) => order.clientName],
  ['brand', ({ order }) => order.brandName],
  ['campaign', ({ order }) => order.campaignName],
  ['supplier', ({ order }) => order.supplier?.name ?? null],
  ['site', ({ line }) => line?.displayHost ?? null],
  ['page', ({ line }) => line?.placement?.sourceUrl ?? null],
  ['description', ({ line, credit }) => credit?.reason ?? line?.description ?? null],
  ['currency', ({ order }) => order.currency],
  [
    'buying',
    (booking) =>
      bought(
        booking,
        (line) => line.buyingMinor,
        (credit) => credit.amountMinor,
      ),
  ],
  ['buying_vat_percent', ({ line }) => (line === undefined ? null : line.buyingVatRate / 100)],
  [
    'buying_vat',
    (booking) =>
      bought(
        booking,
        (line) => line.buyingVatMinor,
        (credit) => credit.vatMinor,
      ),
  ],
  [
    'buying_with_vat',
    (booking) =>
      bought(
        booking,
        (line) => line.buyingMinor + line.buyingVatMinor,
        (credit) => credit.amountMinor + credit.vatMinor,
      ),
  ],
  ['selling', (booking) => sold(booking, (line) => line.sellingMinor)],
  ['selling_vat_percent', (booking) => soldRate(booking)],
  ['selling_vat', (booking) => sold(booking, (line) => line.sellingVatMinor)],
  ['budget_currency', ({ order }) => order.budgetCurrency],
  ['budget_rate', ({ order }) => order.budgetRate],
  ['po_reference', ({ order }) => order.poReference],
  ['invoice_reference', ({ line, credit }) => credit?.reference ?? line?.invoiceReference ?? null],
  ['quoted_on', ({ order }) => order.quotedOn],
  ['ordered_on', ({ order }) => order.orderedOn],
  ['paid_on', ({ line }) => line?.paidOn ?? null],
  ['credited_on', ({ credit }) => credit?.creditedOn ?? null],
  ['term_begins', ({ order }) => order.startsOn],
  ['term_ends', ({ order }) => order.endsOn],
  ['order_id', ({ order }) => order.id],
  ['line_id', ({ line }) => line?.id ?? null],
  ['placement_id', ({ line }) => line?.placement?.id ?? null],
];

const BATCH = 200;

/** Orders for bookkeeping: one row a line that stands, and one a credit. */
@Injectable()
export class OrderExport {
  constructor(
    private readonly database: Database,
    private readonly lists: OrderListQueries,
    private readonly views: OrderViews,
  ) {}

  get columns(): readonly string[] {
    return COLUMNS.map(([name]) => name);
  }

  /** Each batch is read in a transaction of its own, so a slow download holds none open; oldest first, none comes twice. */
  async *rows(scope: WorkspaceScope, filter: OrderFilter): AsyncGenerator<readonly Cell[]> {
    let afterId: string | null = null;
    do {
      const place: string | null = afterId;
      const orders: OrderDetail[] = await this.database.inWorkspace(scope, async () =>
        this.views.details(await this.lists.batch(filter, place, BATCH)),
      );
      for (const order of orders)
        for (const booking of bookingsOf(order)) yield COLUMNS.map(([, value]) => value(booking));
      afterId = orders.length < BATCH ? null : (orders.at(-1)?.id ?? null);
    } while (afterId !== null);
  }
}

/** A replaced line has no row: the one that took its place carries its money. */
function bookingsOf(order: OrderDetail): Booking[] {
  const lines = order.lines.filter(({ state }) => state !== 'replaced' && state !== 'cancelled');
  const credits = order.credits.map((credit) => ({
    order,
    line: order.lines.find(({ id }) => id === credit.lineId),
    credit,
  }));
  return [...lines.map((line) => ({ order, line, credit: null })), ...credits];
}

function bought(
  { order, line, credit }: Booking,
  ofLine: (line: OrderLineView) => number,
  ofCredit: (credit: OrderCreditView) => number,
): Cell {
  if (credit !== null) return inUnits(-ofCredit(credit), order.currency);
  return line === undefined ? null : inUnits(ofLine(line), order.currency);
}

function sold({ order, line, credit }: Booking, of: (line: OrderLineView) => number | null): Cell {
  const minor = credit === null && line !== undefined ? of(line) : null;
  return minor === null ? null : inUnits(minor, order.currency);
}

function soldRate({ line, credit }: Booking): Cell {
  return credit !== null || line === undefined || line.sellingMinor === null
    ? null
    : line.sellingVatRate / 100;
}

function inUnits(minor: number, currency: string): number {
  return Number((minor / 10 ** currencyExponent(currency)).toFixed(currencyExponent(currency)));
}
