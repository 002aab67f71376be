import { sightOf } from '../../core/orders/line-sight.js';
import { creditedFor, whyNotPayable } from '../../core/orders/line-state.js';
import { nextStep } from '../../core/orders/next-step.js';
import { isStanding } from '../../core/orders/order.js';
import { buyingVat, sellingVat, totalsOf } from '../../core/orders/totals.js';
import { type LoadedOrder, orderOf, placementsOf, rateOf } from './loaded-order.js';
import type { OrderLineEntity } from './order-line.entity.js';
import type { OrderNames } from './order-names.query.js';
import type { OrderDetail, OrderLinePlacement, OrderLineView, OrderRow } from './order-views.dto.js';

/** What a view of an order needs beside the order. */
export interface Shown {
  readonly names: OrderNames;
  readonly hosts: ReadonlyMap<string, string>;
  readonly today: string;
}

const HOSTS_SHOWN = 3;

/** An order as lists show it. */
export function rowView(loaded: LoadedOrder, { names, hosts, today }: Shown): OrderRow {
  const { row, lines, credits } = loaded;
  const order = orderOf(loaded);
  const standing = lines.filter(isStanding);
  const shownHosts = standing.flatMap(({ siteId }) => hosts.get(siteId ?? '') ?? []);
  const { id, number, state, stage, clientId, brandId, campaignId, pitchId, currency } = row;
  const { clientName, brandName, campaignName, supplierName, ownerName } = names;
  return {
    ...{
      id,
      number,
      state,
      stage,
      clientId,
      clientName,
      brandId,
      brandName,
      campaignId,
      campaignName,
      pitchId,
    },
    nextStep: nextStep(order, today),
    supplier: supplierOf(row.supplierPublisherId, supplierName),
    currency,
    sums: totalsOf(order.lines, credits),
    lineCount: standing.length,
    lostLineCount: standing.filter((line) => line.state === 'lost').length,
    hosts: [...new Set(shownHosts)].slice(0, HOSTS_SHOWN),
    poReference: row.poReference,
    invoiceReference: row.invoiceReference,
    termMonths: row.termMonths,
    startsOn: row.startsOn,
    endsOn: row.endsOn,
    renewal: row.renewal,
    ownerMemberId: row.ownerMemberId,
    ownerName,
    revision: row.revision,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    archivedAt: row.archivedAt,
  };
}

function supplierOf(id: string | null, name: string | null): OrderRow['supplier'] {
  return id === null || name === null ? null : { id, name };
}

/** An order as its page shows it. */
export function detailView(loaded: LoadedOrder, shown: Shown): OrderDetail {
  const { row, credits } = loaded;
  const { labelAgreed, budgetCurrency, notes, quotedOn, approvedOn, orderedOn, paidOn } = row;
  return {
    ...rowView(loaded, shown),
    ...{
      labelAgreed,
      budgetRate: rateOf(row),
      budgetCurrency,
      notes,
      quotedOn,
      approvedOn,
      orderedOn,
      paidOn,
    },
    renewalAskedAt: row.renewalAskedAt,
    renewsOrderId: row.renewsOrderId,
    renewedByOrderId: shown.names.renewedByOrderId,
    lines: loaded.lines.map((line) => lineView(line, loaded, shown)),
    credits: credits.map(
      ({ id, lineId, amountMinor, vatMinor, reference, reason, creditedOn, recordedAt }) => ({
        ...{ id, lineId, amountMinor, vatMinor, reference, reason, creditedOn, recordedAt },
      }),
    ),
  };
}

function lineView(line: OrderLineEntity, loaded: LoadedOrder, { hosts, today }: Shown): OrderLineView {
  const order = orderOf(loaded);
  const known = order.lines.find(({ id }) => id === line.id) ?? null;
  const sight = known === null ? 'no_placement' : sightOf(known, order, placementsOf(loaded), today);
  const credited = creditedFor(line.id, order);
  const { id, siteId, description, type, state, buyingMinor, buyingVatRate, sellingMinor, sellingVatRate } =
    line;
  const { replacesLineId, renewedByLineId, invoiceReference, paidOn, liveAt, lostAt } = line;
  return {
    ...{ id, siteId, displayHost: hosts.get(siteId ?? '') ?? null },
    placement: placementOf(line, loaded),
    ...{ description, type, state },
    whyNotPayable: known === null ? null : whyNotPayable(known, order.stage, sight),
    ...{ buyingMinor, buyingVatRate, buyingVatMinor: buyingVat(line) },
    ...{ sellingMinor, sellingVatRate, sellingVatMinor: sellingVat(line) },
    creditedMinor: credited.amountMinor,
    creditedVatMinor: credited.vatMinor,
    ...{ replacesLineId, renewedByLineId, invoiceReference, paidOn, liveAt, lostAt },
  };
}

function placementOf(
  { placementId }: OrderLineEntity,
  { placements }: LoadedOrder,
): OrderLinePlacement | null {
  const placement = placementId === null ? undefined : placements.get(placementId);
  if (placement === undefined) return null;
  const { id, state, rechecking, sourceUrl, targetUrl } = placement;
  return { id, state, rechecking, sourceUrl, targetUrl };
}
