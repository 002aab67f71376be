import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import type { LoadedOrder, PlacementOfLine } from './loaded-order.js';
import { OrderEntity } from './order.entity.js';
import { OrderCreditEntity } from './order-credit.entity.js';
import { OrderLineEntity } from './order-line.entity.js';

/** Columns to write. */
export type OrderColumns = { [Column in keyof OrderEntity]?: OrderEntity[Column] };
export type LineColumns = { [Column in keyof OrderLineEntity]?: OrderLineEntity[Column] };
export type NewOrderRow = Omit<OrderEntity, 'workspaceId'>;
export type NewLineRow = Omit<OrderLineEntity, 'workspaceId'>;
export type NewCreditRow = Omit<OrderCreditEntity, 'workspaceId'>;

const PLACEMENT = `p.id, p.client_id as "clientId", p.site_id as "siteId", p.state, p.seen_rel as "seenRel", p.rechecking,
  p.source_url as "sourceUrl", p.source_host as "sourceHost", p.target_url as "targetUrl"`;

/** Rows of orders with their lines and credits, in the open transaction. */
@Injectable()
export class OrdersRepository {
  constructor(private readonly database: Database) {}

  /** The order with all that belongs to it, its row locked so that one change follows another; null where there is none. */
  async lock(id: string): Promise<LoadedOrder | null> {
    const row = await this.orders().findOne({ where: { id }, lock: { mode: 'for_no_key_update' } });
    if (row === null) return null;
    const [loaded] = await this.withParts([row]);
    return loaded ?? null;
  }

  /** Orders by their ids, in the order of the ids; those that are not to be seen are left out. */
  async load(ids: readonly string[]): Promise<readonly LoadedOrder[]> {
    if (ids.length === 0) return [];
    const rows = await this.orders().find({ where: { id: In([...ids]) } });
    const byId = new Map(rows.map((row) => [row.id, row]));
    return this.withParts(ids.flatMap((id) => byId.get(id) ?? []));
  }

  /** Orders whose lines buy one of these placements or go on as one of these lines. */
  async idsOf(column: 'placement_id' | 'renewed_by_line_id', value: string): Promise<string[]> {
    const rows = await this.query<{ id: string }>(
      `select distinct order_id as id from order_lines where ${column} = $1 order by order_id`,
      [value],
    );
    return rows.map(({ id }) => id);
  }

  /** Whether a standing line that nothing goes on with buys this placement, seen or not by whoever asks. */
  async isBought(placementId: string): Promise<boolean> {
    const rows = await this.query(
      `select 1 from order_lines where placement_id = $1 and renewed_by_line_id is null
         and state not in ('cancelled', 'replaced', 'credited')`,
      [placementId],
    );
    return rows.length > 0;
  }

  /** The number of the next order of the workspace; whoever asks next waits until this transaction ends. */
  async nextNumber(): Promise<number> {
    await this.query(`select pg_advisory_xact_lock(hashtextextended('orders ' || $1, 0))`, [
      this.database.scope().workspaceId,
    ]);
    // A limited member sees only the orders of their clients; numbers run through the whole workspace.
    const rows = await this.query<{ next: number }>('select next_order_number() as next', []);
    return rows[0]?.next ?? 1;
  }

  async insert(row: NewOrderRow): Promise<void> {
    await this.orders().insert({ ...row, workspaceId: this.database.scope().workspaceId });
  }

  async update(id: string, change: OrderColumns): Promise<void> {
    await this.orders().update({ id }, change);
  }

  async insertLines(rows: readonly NewLineRow[]): Promise<void> {
    const { workspaceId } = this.database.scope();
    if (rows.length > 0) await this.lines().insert(rows.map((row) => ({ ...row, workspaceId })));
  }

  async updateLine(id: string, change: LineColumns): Promise<void> {
    await this.lines().update({ id }, change);
  }

  async deleteLines(ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.lines().delete({ id: In([...ids]) });
  }

  async insertCredit(row: NewCreditRow): Promise<void> {
    const { workspaceId } = this.database.scope();
    await this.credits().insert({ ...row, workspaceId });
  }

  /** A placement, as orders need it; null where there is none to be seen. */
  async placement(id: string): Promise<PlacementOfLine | null> {
    const rows = await this.query<PlacementOfLine>(`select ${PLACEMENT} from placements p where p.id = $1`, [
      id,
    ]);
    return rows[0] ?? null;
  }

  private async withParts(rows: readonly OrderEntity[]): Promise<LoadedOrder[]> {
    const ids = rows.map(({ id }) => id);
    const lines = await this.lines().find({
      where: { orderId: In(ids) },
      order: { position: 'asc', id: 'asc' },
    });
    const credits = await this.credits().find({
      where: { orderId: In(ids) },
      order: { recordedAt: 'asc', id: 'asc' },
    });
    const placements = await this.placements(lines.flatMap(({ placementId }) => placementId ?? []));
    return rows.map((row) => ({
      row,
      lines: lines.filter(({ orderId }) => orderId === row.id),
      credits: credits.filter(({ orderId }) => orderId === row.id),
      placements,
    }));
  }

  private async placements(ids: readonly string[]): Promise<ReadonlyMap<string, PlacementOfLine>> {
    if (ids.length === 0) return new Map();
    const rows = await this.query<PlacementOfLine>(
      `select p.* from unnest($1::uuid[]) as asked (id)
       cross join lateral (select ${PLACEMENT} from placements p where p.id = asked.id offset 0) p`,
      [[...new Set(ids)]],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  private orders() {
    return this.database.manager().getRepository(OrderEntity);
  }

  private lines() {
    return this.database.manager().getRepository(OrderLineEntity);
  }

  private credits() {
    return this.database.manager().getRepository(OrderCreditEntity);
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}
