import { inAddress, withoutNothing } from '../../ui/address-words.js';
import { ORDER_SORTS, ORDER_STATES, type OrderSort, type OrderState } from './order-views.js';

/** Everything the list of orders shows, as it stands in the address. */
export interface OrderSearch {
  readonly q?: string | undefined;
  readonly client?: string | undefined;
  readonly brand?: string | undefined;
  readonly campaign?: string | undefined;
  readonly supplier?: string | undefined;
  readonly state?: OrderState | undefined;
  /** Only orders with a lost line. */
  readonly lost?: true | undefined;
  /** Only those whose term ends by this day undecided. */
  readonly ending?: string | undefined;
  /** Only orders that use a budget: all, those with a paid line, those with one still to be paid. */
  readonly budget?: (typeof BUDGET_USES)[number] | undefined;
  /** A member's id. */
  readonly owner?: string | undefined;
  readonly sort?: OrderSort | undefined;
}

const BUDGET_USES = ['used', 'spent', 'committed'] as const;

/** Reads the address; what is not understood is dropped. */
export function readOrderSearch(raw: Record<string, unknown>): OrderSearch {
  return withoutNothing({
    q: inAddress.text(raw['q']),
    client: inAddress.id(raw['client']),
    brand: inAddress.id(raw['brand']),
    campaign: inAddress.id(raw['campaign']),
    supplier: inAddress.id(raw['supplier']),
    state: inAddress.word(ORDER_STATES, raw['state']),
    lost: inAddress.flag(raw['lost']),
    ending: inAddress.day(raw['ending']),
    budget: inAddress.word(BUDGET_USES, raw['budget']),
    owner: inAddress.id(raw['owner']),
    sort: inAddress.word(ORDER_SORTS, raw['sort']),
  });
}

/** The search as the server takes it, without its order. A brand names its client too. */
export function orderFilter({ q, client, brand, campaign, supplier, ...search }: OrderSearch) {
  const { state, lost, ending, budget, owner } = search;
  return withoutNothing({
    search: q,
    clientId: brand ? undefined : client,
    brandId: brand,
    campaignId: campaign,
    supplierId: supplier,
    state,
    lost,
    endingBefore: ending,
    budget,
    ownerMemberId: owner,
  });
}

/** What a new order begins with, as it stands in the address. */
export interface NewOrderSearch {
  readonly pitchId?: string | undefined;
  readonly campaignId?: string | undefined;
  readonly client?: string | undefined;
  readonly brand?: string | undefined;
}

/** Reads the address of the form; what is not understood is dropped. */
export function readNewOrderSearch(raw: Record<string, unknown>): NewOrderSearch {
  return withoutNothing({
    pitchId: inAddress.id(raw['pitchId']),
    campaignId: inAddress.id(raw['campaignId']),
    client: inAddress.id(raw['client']),
    brand: inAddress.id(raw['brand']),
  });
}
