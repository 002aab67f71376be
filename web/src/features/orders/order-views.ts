import type { components } from '../../api/schema.generated.js';

type Views = components['schemas'];

export const ORDER_STATES = [
  'quoted',
  'approved',
  'ordered',
  'live',
  'payable',
  'paid',
  'credited',
  'cancelled',
] as const;
export type OrderState = (typeof ORDER_STATES)[number];

export const ORDER_SORTS = ['newest', 'number', 'ends'] as const;
export type OrderSort = (typeof ORDER_SORTS)[number];

export const AGREED_LABELS = ['sponsored', 'nofollow', 'none'] as const;

/** What the server says of orders, by the names of its own description. */
export type OrderRow = Views['OrderRow'];
export type OrderDetail = Views['OrderDetail'];
export type OrderLine = Views['OrderLineView'];
export type LineState = OrderLine['state'];

/** What the server takes of orders. */
export type NewOrder = Views['NewOrder'];
export type OrderChange = Views['OrderChange'];
export type LineWish = Views['OrderLineWish'];
export type PaymentWish = Views['PaymentWish'];
export type CreditWish = Views['CreditWish'];
export type LineReplacement = Views['LineReplacement'];
export type RenewalWish = Views['RenewalWish'];
