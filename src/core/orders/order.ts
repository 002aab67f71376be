import type { PlacementState } from '../placements/placement.js';

/** The words of an order: how far people took it, what became of it and of each of its lines, what was agreed. */

/** How far people took an order; the rest of its state is seen from its lines. */
export const ORDER_STAGES = ['quoted', 'approved', 'ordered', 'cancelled'] as const;
export type OrderStage = (typeof ORDER_STAGES)[number];

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

export const LINE_STATES = [
  'open',
  'live',
  'payable',
  'paid',
  'lost',
  'credited',
  'replaced',
  'cancelled',
] as const;
export type LineState = (typeof LINE_STATES)[number];

export const RENEWALS = ['undecided', 'renew', 'let_end', 'renewed'] as const;
export type Renewal = (typeof RENEWALS)[number];

/** How the link was agreed to be labelled; `none` says that no label was agreed, null that nobody wrote it down (D294). */
export const AGREED_LABELS = ['sponsored', 'nofollow', 'none'] as const;
export type AgreedLabel = (typeof AGREED_LABELS)[number];

/** What a line costs and what the client is charged for it: minor units without VAT, VAT rates in hundredths of a percent. */
export interface LineAmounts {
  readonly buyingMinor: number;
  readonly buyingVatRate: number;
  readonly sellingMinor: number | null;
  readonly sellingVatRate: number;
}

export interface OrderLine extends LineAmounts {
  readonly id: string;
  readonly placementId: string | null;
  /** The line whose deal and money this one took over. */
  readonly replacesLineId: string | null;
  /** The line of a later order that goes on with this one. */
  readonly renewedByLineId: string | null;
  readonly state: LineState;
  /** Whether the verifier ever saw it live. */
  readonly hasBeenLive: boolean;
  /** Whether the verifier ever saw it as it was agreed, label included. */
  readonly hasBeenMet: boolean;
  /** The day the supplier was paid for it; null while that is due. */
  readonly paidOn: string | null;
}

/** What a supplier gave back for a line, without VAT and the VAT on it. */
export interface OrderCredit {
  readonly lineId: string;
  readonly amountMinor: number;
  readonly vatMinor: number;
  readonly creditedOn: string;
}

/** An order as its rules see it. Days are YYYY-MM-DD. */
export interface Order {
  readonly stage: OrderStage;
  readonly labelAgreed: AgreedLabel | null;
  /** The last day of the term; null where nothing was agreed. */
  readonly endsOn: string | null;
  readonly renewal: Renewal;
  readonly lines: readonly OrderLine[];
  readonly credits: readonly OrderCredit[];
}

/** What is known of a line's placement: its state, and the rel tokens seen last (null: none was ever read). */
export interface PlacementFacts {
  readonly state: PlacementState;
  readonly rel: readonly string[] | null;
}

/** What is known of placements by their ids. */
export type Placements = ReadonlyMap<string, PlacementFacts>;

/** A refusal of an act, with what its sentence needs. */
export interface Refusal<Code extends string> {
  readonly ok: false;
  readonly code: Code;
  readonly params: Readonly<Record<string, string | number | null>>;
}

export type Decision<Value, Code extends string> =
  | { readonly ok: true; readonly value: Value }
  | Refusal<Code>;

/** A line that was not replaced or cancelled: its money counts. */
export function isStanding(line: Pick<OrderLine, 'state'>): boolean {
  return line.state !== 'replaced' && line.state !== 'cancelled';
}
