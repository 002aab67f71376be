import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import { api, bodyOf, type KeyHeader } from '../../api/client.js';
import { pagesOf } from '../../api/pages.js';
import { BUDGETS } from '../../ui/budget-card.js';
import { TIMELINES } from '../../ui/record-timeline-api.js';
import { type OrderSearch, orderFilter } from './order-search.js';
import type {
  CreditWish,
  LineReplacement,
  NewOrder,
  OrderChange,
  PaymentWish,
  RenewalWish,
} from './order-views.js';

const PAGE_OF_ROWS = 100;
const ORDERS = ['orders'] as const;

/** The orders of a search, page after page. */
export function orderList(search: OrderSearch) {
  const query = { ...orderFilter(search), sort: search.sort ?? 'newest' };
  return infiniteQueryOptions({
    queryKey: [...ORDERS, 'list', query] as const,
    ...pagesOf((start, signal) =>
      api.GET('/api/v1/orders', { params: { query: { ...query, limit: PAGE_OF_ROWS, ...start } }, signal }),
    ),
  });
}

/** One order with its lines and credits. */
export function orderDetail(id: string) {
  return queryOptions({
    queryKey: [...ORDERS, 'one', id] as const,
    queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/orders/{id}', { params: { path: { id } }, signal })),
  });
}

/** The pitch a new order comes from. */
export function pitchOfOrder(id: string) {
  return queryOptions({
    queryKey: [...ORDERS, 'pitch', id] as const,
    queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/pitches/{id}', { params: { path: { id } }, signal })),
  });
}

/** Placements of a brand a line may buy, the newest first. */
export function placementsToBuy(brandId: string) {
  return queryOptions({
    queryKey: [...ORDERS, 'placements', brandId] as const,
    queryFn: ({ signal }) =>
      bodyOf(api.GET('/api/v1/placements', { params: { query: { brandId, limit: 100 } }, signal })),
  });
}

/** Where the orders of a search can be downloaded. */
export function exportAddress(search: OrderSearch, format: 'csv' | 'xlsx'): string {
  const words = Object.entries(orderFilter(search)).map(([key, value]) => [key, String(value)]);
  return `/api/v1/orders/export?${new URLSearchParams([['format', format], ...words]).toString()}`;
}

const at = (id: string) => ({ params: { path: { id } } });
const ofLine = (id: string, lineId: string) => ({ params: { path: { id, lineId } } });

/** What can be done with orders. */
export const orderActs = {
  add: (body: NewOrder, headers: KeyHeader) => bodyOf(api.POST('/api/v1/orders', { body, headers })),
  change: (id: string, body: OrderChange) => api.PATCH('/api/v1/orders/{id}', { ...at(id), body }),
  approve: (id: string) => api.POST('/api/v1/orders/{id}/approve', at(id)),
  order: (id: string) => api.POST('/api/v1/orders/{id}/order', at(id)),
  cancel: (id: string) => api.POST('/api/v1/orders/{id}/cancel', at(id)),
  pay: (id: string, body: PaymentWish) => api.POST('/api/v1/orders/{id}/pay', { ...at(id), body }),
  credit: (id: string, lineId: string, body: CreditWish, headers: KeyHeader) =>
    api.POST('/api/v1/orders/{id}/lines/{lineId}/credit', { ...ofLine(id, lineId), body, headers }),
  replace: (id: string, lineId: string, body: LineReplacement, headers: KeyHeader) =>
    api.POST('/api/v1/orders/{id}/lines/{lineId}/replace', { ...ofLine(id, lineId), body, headers }),
  drop: (id: string, lineId: string) =>
    api.POST('/api/v1/orders/{id}/lines/{lineId}/cancel', ofLine(id, lineId)),
  tie: (id: string, lineId: string, placementId: string) =>
    api.PUT('/api/v1/orders/{id}/lines/{lineId}/placement', { ...ofLine(id, lineId), body: { placementId } }),
  renew: (id: string, body: RenewalWish, headers: KeyHeader) =>
    bodyOf(api.POST('/api/v1/orders/{id}/renew', { ...at(id), body, headers })),
  letEnd: (id: string) => api.POST('/api/v1/orders/{id}/let-end', at(id)),
} as const;

/** Asks again for orders, what happened to them and the budgets they use. */
export async function refreshOrders(queries: QueryClient): Promise<void> {
  await Promise.all([
    queries.invalidateQueries({ queryKey: ORDERS }),
    queries.invalidateQueries({ queryKey: BUDGETS }),
    queries.invalidateQueries({ queryKey: TIMELINES }),
  ]);
}
