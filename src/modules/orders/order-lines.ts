import { Injectable } from '@nestjs/common';
import type { LineAmounts, OrderLine } from '../../core/orders/order.js';
import { newLine } from '../../core/orders/renew.js';
import { newId } from '../../platform/database/id.js';
import { AppError } from '../../platform/errors/app-error.js';
import { SitesService } from '../sites/sites.service.js';
import type { LoadedOrder, PlacementOfLine } from './loaded-order.js';
import type { OrderLineWish } from './order-wish.dto.js';
import type { LineDetails } from './order-writing.js';
import { OrdersRepository } from './orders.repository.js';

/** Lines as somebody wants them: for the rules, for the database, and the placements they name. */
export interface WantedLines {
  readonly lines: readonly OrderLine[];
  readonly details: ReadonlyMap<string, LineDetails>;
  readonly placements: ReadonlyMap<string, PlacementOfLine>;
}

/** Reads lines as they are sent, within the open transaction: their sites are found or made, their placements looked up. */
@Injectable()
export class OrderLines {
  constructor(
    private readonly orders: OrdersRepository,
    private readonly sites: SitesService,
  ) {}

  /** Lines with an id are those of the loaded order. Throws `order.line_not_found`, `placement.not_found`, `site.not_found`. */
  async read(
    wishes: readonly OrderLineWish[],
    {
      clientId,
      lines: rows,
      known,
    }: { clientId: string; lines: LoadedOrder['lines']; known: readonly OrderLine[] },
  ): Promise<WantedLines> {
    const siteIds = await this.sites.forAddresses(wishes.flatMap(({ siteAddress }) => siteAddress ?? []));
    const placements = new Map<string, PlacementOfLine>();
    const details = new Map<string, LineDetails>();
    const lines: OrderLine[] = [];
    for (const wish of wishes) {
      const line = wanted(knownLine(wish, known), wish);
      const placement = line.placementId === null ? null : await this.placement(line.placementId, clientId);
      if (placement !== null) placements.set(placement.id, placement);
      const row = rows.find(({ id }) => id === line.id);
      lines.push(line);
      const addressed = siteIds.get(wish.siteAddress ?? '');
      const siteId = addressed ?? (await this.site(wish, placement?.siteId ?? row?.siteId ?? null));
      details.set(line.id, { ...wordsOf(wish, row), siteId });
    }
    return { lines, details, placements };
  }

  private async site({ siteId }: OrderLineWish, usual: string | null): Promise<string | null> {
    if (siteId === undefined) return usual;
    if (siteId !== null) await this.sites.existing(siteId);
    return siteId;
  }

  /** A placement an order of this client may buy. Throws `placement.not_found`, `order.not_of_this_client`. */
  async placement(id: string, clientId: string): Promise<PlacementOfLine> {
    const placement = await this.orders.placement(id);
    if (placement === null) throw new AppError('placement.not_found', { id });
    if (placement.clientId !== clientId)
      throw new AppError('order.not_of_this_client', { field: 'placementId' });
    return placement;
  }
}

function knownLine({ id }: OrderLineWish, known: readonly OrderLine[]): OrderLine | undefined {
  if (id === undefined) return undefined;
  const line = known.find((one) => one.id === id);
  if (line === undefined) throw new AppError('order.line_not_found', { id });
  return line;
}

function wordsOf({ description, type }: OrderLineWish, row: LineDetails | undefined): LineDetails {
  return {
    description: description ?? row?.description ?? '',
    type: type === undefined ? (row?.type ?? null) : type,
  };
}

function wanted(before: OrderLine | undefined, wish: OrderLineWish): OrderLine {
  const amounts = amountsOf(before, wish);
  const placementId = wish.placementId === undefined ? (before?.placementId ?? null) : wish.placementId;
  if (before === undefined) return newLine(newId(), placementId, amounts);
  const isSame = before.placementId === placementId;
  return { ...before, ...amounts, ...(isSame ? {} : { placementId, hasBeenLive: false, hasBeenMet: false }) };
}

function amountsOf(before: OrderLine | undefined, wish: OrderLineWish): LineAmounts {
  return {
    buyingMinor: wish.buyingMinor,
    buyingVatRate: wish.buyingVatRate ?? before?.buyingVatRate ?? 0,
    sellingMinor: wish.sellingMinor === undefined ? (before?.sellingMinor ?? null) : wish.sellingMinor,
    sellingVatRate: wish.sellingVatRate ?? before?.sellingVatRate ?? 0,
  };
}
