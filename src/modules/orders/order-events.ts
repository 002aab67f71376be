import type { EventKind, Subject } from '../../core/events/kinds.js';
import type { Order, OrderLine } from '../../core/orders/order.js';
import { orderState } from '../../core/orders/order-state.js';
import type { EventParams, NewEvent } from '../../platform/events/event.js';
import type { OrderEntity } from './order.entity.js';

/** What an event about an order hangs on. */
export type OrderSubjects = Pick<
  OrderEntity,
  'id' | 'clientId' | 'brandId' | 'campaignId' | 'pitchId' | 'supplierPublisherId'
>;

/** An event on the timelines of an order, its client, brand, campaign, pitch and supplier, and of the placements it is about. */
export function orderEvent(
  kind: EventKind,
  order: OrderSubjects,
  params: EventParams = {},
  placementIds: readonly string[] = [],
): NewEvent {
  const subjects: Subject[] = [
    { kind: 'order', id: order.id },
    { kind: 'client', id: order.clientId },
    { kind: 'brand', id: order.brandId },
    ...placementIds.map((id): Subject => ({ kind: 'placement', id })),
  ];
  if (order.campaignId !== null) subjects.push({ kind: 'campaign', id: order.campaignId });
  if (order.pitchId !== null) subjects.push({ kind: 'pitch', id: order.pitchId });
  if (order.supplierPublisherId !== null) subjects.push({ kind: 'publisher', id: order.supplierPublisherId });
  return { kind, clientId: order.clientId, subjects, params };
}

/** What became of an order by what was seen of its lines: something went live, it may be paid, something was lost. */
export function seenEvents(subjects: OrderSubjects, before: Order, after: Order): NewEvent[] {
  const wentLive = turned(before, after, (line) => line.hasBeenLive);
  const wereLost = turned(before, after, (line) => line.state === 'lost');
  const turnedPayable = turned(before, after, (line) => line.state === 'payable');
  const isPayable = orderState(after.stage, after.lines) === 'payable';
  return [
    ...about('order.live', subjects, wentLive),
    ...(isPayable ? about('order.payable', subjects, turnedPayable) : []),
    ...about('order.lost', subjects, wereLost),
  ];
}

function about(kind: EventKind, subjects: OrderSubjects, lines: readonly OrderLine[]): NewEvent[] {
  if (lines.length === 0) return [];
  const placementIds = lines.flatMap(({ placementId }) => placementId ?? []);
  return [orderEvent(kind, subjects, { lines: lines.length }, placementIds)];
}

/** Lines of which something is so now and was not before. */
function turned(before: Order, after: Order, isSo: (line: OrderLine) => boolean): OrderLine[] {
  const were = new Set(before.lines.filter(isSo).map(({ id }) => id));
  return after.lines.filter((line) => isSo(line) && !were.has(line.id));
}
