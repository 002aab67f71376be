import { Injectable } from '@nestjs/common';
import type { Order, OrderLine } from '../../core/orders/order.js';
import { orderState } from '../../core/orders/order-state.js';
import { lastDayOf } from '../../core/orders/term.js';
import { Clock } from '../../platform/clock/clock.js';
import { isUniqueViolation } from '../../platform/database/violations.js';
import { AppError } from '../../platform/errors/app-error.js';
import { Events } from '../../platform/events/events.js';
import { SitesService } from '../sites/sites.service.js';
import { type LoadedOrder, orderOf } from './loaded-order.js';
import type { OrderEntity } from './order.entity.js';
import { seenEvents } from './order-events.js';
import type { OrderLineEntity } from './order-line.entity.js';
import {
  type LineColumns,
  type NewOrderRow,
  type OrderColumns,
  OrdersRepository,
} from './orders.repository.js';

/** What a line is beside its money. */
export type LineDetails = Partial<
  Pick<OrderLineEntity, 'siteId' | 'description' | 'type' | 'invoiceReference'>
>;

/** What is written with an order beside what its rules decided. */
export interface Written {
  readonly columns?: OrderColumns;
  readonly details?: ReadonlyMap<string, LineDetails>;
}

/** Writes orders as the rules decided them, within the open transaction, and tells what became of them. */
@Injectable()
export class OrderWriting {
  constructor(
    private readonly orders: OrdersRepository,
    private readonly sites: SitesService,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** Throws `order.placement_taken` when another order's line buys one of the placements. */
  async insert(row: NewOrderRow, order: Order, details: NonNullable<Written['details']>): Promise<void> {
    const state = orderState(order.stage, order.lines);
    await this.orders.insert({ ...row, stage: order.stage, state, renewal: order.renewal });
    await this.insertLines(row, order.lines, (line) => ({
      ...NO_DETAILS,
      ...details.get(line.id),
      position: order.lines.indexOf(line),
    }));
  }

  /** Writes what differs from what was loaded; nothing where nothing does. Throws like `insert`. */
  async save(
    loaded: LoadedOrder,
    next: Order,
    { columns = {}, details = new Map() }: Written = {},
  ): Promise<void> {
    const { row } = loaded;
    const known = new Map(loaded.lines.map((line) => [line.id, line]));
    const kept = new Set(next.lines.map(({ id }) => id));
    await this.orders.deleteLines(loaded.lines.flatMap(({ id }) => (kept.has(id) ? [] : id)));
    let hasChanged = kept.size !== known.size;
    for (const [position, line] of next.lines.entries()) {
      const before = known.get(line.id);
      if (before === undefined) continue;
      const wanted = { ...this.lineColumns(line, before), ...details.get(line.id), position };
      hasChanged = (await this.updateLine(before, wanted)) || hasChanged;
    }
    const fresh = next.lines.filter(({ id }) => !known.has(id));
    await this.insertLines(row, fresh, (line) => ({
      ...this.takenOver(known.get(line.replacesLineId ?? '')),
      ...details.get(line.id),
      position: next.lines.indexOf(line),
    }));
    const wanted: OrderColumns = { ...(await this.orderColumns(row, next)), ...columns };
    const changed = differing(row, wanted);
    if (hasChanged || fresh.length > 0 || Object.keys(changed).length > 0) {
      const touched = { revision: row.revision + 1, updatedAt: this.clock.now() };
      await this.orders.update(row.id, { ...changed, ...touched });
    }
    await this.events.recordMany(seenEvents({ ...row, ...changed }, orderOf(loaded), next));
  }

  private async updateLine(before: OrderLineEntity, wanted: LineColumns): Promise<boolean> {
    const changed = differing(before, wanted);
    if (Object.keys(changed).length === 0) return false;
    await free(() => this.orders.updateLine(before.id, changed));
    return true;
  }

  private async insertLines(
    { id: orderId, clientId }: Pick<OrderEntity, 'id' | 'clientId'>,
    lines: readonly OrderLine[],
    detailsOf: (line: OrderLine) => typeof NO_DETAILS & { position: number },
  ): Promise<void> {
    const rows = lines.map((line) => ({
      id: line.id,
      orderId,
      clientId,
      ...this.lineColumns(line, null),
      ...detailsOf(line),
    }));
    await free(() => this.orders.insertLines(rows));
  }

  /** The columns of a line by its rules. The moments of what was seen are those of the first time. */
  private lineColumns(line: OrderLine, before: OrderLineEntity | null) {
    const now = this.clock.now();
    const since = (isSo: boolean, at: Date | null | undefined) => (isSo ? (at ?? now) : null);
    return {
      placementId: line.placementId,
      replacesLineId: line.replacesLineId,
      renewedByLineId: line.renewedByLineId,
      buyingMinor: line.buyingMinor,
      buyingVatRate: line.buyingVatRate,
      sellingMinor: line.sellingMinor,
      sellingVatRate: line.sellingVatRate,
      state: line.state,
      paidOn: line.paidOn,
      liveAt: since(line.hasBeenLive, before?.liveAt),
      metAt: since(line.hasBeenMet, before?.metAt),
      lostAt: since(line.state === 'lost', before?.lostAt),
    };
  }

  /** The first sight of a line begins the term, and its months end it, where people did not say otherwise. */
  private async orderColumns(row: OrderEntity, next: Order): Promise<OrderColumns> {
    const { stage, renewal, endsOn } = next;
    const state = orderState(stage, next.lines);
    const plain = { stage, renewal, state, labelAgreed: next.labelAgreed, endsOn };
    const begins =
      row.startsOn === null && stage === 'ordered' && next.lines.some((line) => line.hasBeenLive);
    if (!begins) return plain;
    const startsOn = await this.sites.today();
    if (endsOn !== null || row.termMonths === null) return { ...plain, startsOn };
    return { ...plain, startsOn, endsOn: lastDayOf(startsOn, row.termMonths) };
  }

  private takenOver(replaced: OrderLineEntity | undefined): typeof NO_DETAILS {
    if (replaced === undefined) return NO_DETAILS;
    const { siteId, description, type, invoiceReference } = replaced;
    return { siteId, description, type, invoiceReference };
  }
}

const NO_DETAILS: Pick<OrderLineEntity, 'siteId' | 'description' | 'type' | 'invoiceReference'> = {
  siteId: null,
  description: '',
  type: null,
  invoiceReference: '',
};

function differing<Row extends object>(before: Row, wanted: Partial<Row>): Partial<Row> {
  const entries = Object.entries(wanted).filter(([column, value]) => before[column as keyof Row] !== value);
  return Object.fromEntries(entries) as Partial<Row>;
}

async function free(write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (isUniqueViolation(error, 'order_lines_placement')) throw new AppError('order.placement_taken');
    throw error;
  }
}
