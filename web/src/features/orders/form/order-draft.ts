import type { Messages } from '../../../i18n/messages.js';
import { amountTyped, minorOf } from '../../../i18n/money.js';
import type { LineWish, NewOrder, OrderChange, OrderDetail, OrderLine } from '../order-views.js';

/** A line as it is typed. */
export interface LineDraft {
  /** Tells lines apart while they are typed. */
  readonly key: string;
  readonly id: string | null;
  readonly site: string;
  readonly siteId: string | null;
  readonly placementId: string | null;
  readonly buying: string;
  readonly buyingVat: number | string;
  readonly selling: string;
  readonly sellingVat: number | string;
}

/** An order as it is typed. */
export interface OrderDraft extends Record<string, unknown> {
  readonly brandId: string | null;
  readonly campaignId: string | null;
  readonly supplier: string;
  readonly currency: string;
  readonly rate: string;
  readonly label: 'sponsored' | 'nofollow' | 'none' | null;
  readonly termMonths: number | string;
  readonly poReference: string;
  readonly notes: string;
  readonly lines: LineDraft[];
}

/** The currencies orders are usually in. */
export const CURRENCIES = ['EUR', 'USD', 'GBP', 'CHF', 'DKK', 'NOK', 'PLN', 'SEK', 'CAD', 'AUD', 'JPY'];

const VAT_STEPS = 100;
let drafts = 0;

/** A line to begin with; on a site or a placement where one is known. */
export function freshLine(
  place: Partial<Pick<LineDraft, 'site' | 'siteId' | 'placementId'>> = {},
): LineDraft {
  drafts += 1;
  const money = { buying: '', buyingVat: 21, selling: '', sellingVat: 21 };
  return {
    key: `line${String(drafts)}`,
    id: null,
    site: '',
    siteId: null,
    placementId: null,
    ...money,
    ...place,
  };
}

/** An order to begin with. */
export function freshDraft(known: Partial<OrderDraft> = {}): OrderDraft {
  return {
    brandId: null,
    campaignId: null,
    supplier: '',
    currency: 'EUR',
    rate: '',
    label: 'sponsored',
    termMonths: '',
    poReference: '',
    notes: '',
    lines: [freshLine()],
    ...known,
  };
}

/** An order that is there, to be changed. */
export function draftOf(order: OrderDetail): OrderDraft {
  const { brandId, campaignId, supplier, currency, budgetRate, labelAgreed, termMonths, poReference, notes } =
    order;
  const standing = order.lines.filter(({ state }) => state !== 'replaced' && state !== 'cancelled');
  return {
    ...{ brandId, campaignId, currency, poReference, notes },
    supplier: supplier?.name ?? '',
    rate: budgetRate ?? '',
    label: labelAgreed,
    termMonths: termMonths ?? '',
    lines: standing.map((line) => lineDraftOf(line, currency)),
  };
}

function lineDraftOf(line: OrderLine, currency: string): LineDraft {
  return {
    key: line.id,
    id: line.id,
    site: line.displayHost ?? '',
    siteId: line.siteId,
    placementId: line.placement?.id ?? null,
    buying: amountTyped(line.buyingMinor, currency),
    buyingVat: line.buyingVatRate / VAT_STEPS,
    selling: line.sellingMinor === null ? '' : amountTyped(line.sellingMinor, currency),
    sellingVat: line.sellingVatRate / VAT_STEPS,
  };
}

/** The order as the server takes it when it is new. */
export function newOrderOf(draft: OrderDraft, pitchId: string | undefined): NewOrder {
  return {
    ...plainOf(draft),
    brandId: draft.brandId ?? '',
    currency: draft.currency,
    lines: draft.lines.map((line) => lineWishOf(line, draft.currency)),
    ...(pitchId === undefined ? {} : { pitchId }),
  };
}

/** The same for one that is there; lines and currency only as long as its money may change. */
export function changeOf(draft: OrderDraft, order: OrderDetail): OrderChange {
  const isOpen = order.stage === 'quoted' || order.stage === 'approved';
  const lines = draft.lines.map((line) => lineWishOf(line, draft.currency));
  const before = draftOf(order);
  const hasMoney =
    isOpen &&
    JSON.stringify([before.lines, before.currency]) !== JSON.stringify([draft.lines, draft.currency]);
  return {
    ...plainOf(draft),
    revision: order.revision,
    ...(hasMoney ? { lines, currency: draft.currency } : {}),
  };
}

function plainOf({ campaignId, supplier, rate, label, termMonths, poReference, notes }: OrderDraft) {
  return {
    campaignId,
    ...(supplier.trim() === '' ? { supplierPublisherId: null } : { supplierName: supplier.trim() }),
    budgetRate: rate.trim() === '' ? null : rate.trim().replace(',', '.'),
    labelAgreed: label,
    termMonths: typeof termMonths === 'number' ? termMonths : null,
    poReference: poReference.trim(),
    notes,
  };
}

function lineWishOf(line: LineDraft, currency: string): LineWish {
  const site = line.site.trim();
  return {
    ...(line.id === null ? {} : { id: line.id }),
    ...(line.siteId !== null ? { siteId: line.siteId } : site === '' ? {} : { siteAddress: site }),
    ...(line.placementId === null ? {} : { placementId: line.placementId }),
    buyingMinor: minorOf(line.buying, currency) ?? 0,
    buyingVatRate: rateOf(line.buyingVat),
    sellingMinor: line.selling.trim() === '' ? null : minorOf(line.selling, currency),
    sellingVatRate: rateOf(line.sellingVat),
  };
}

function rateOf(percent: number | string): number {
  return typeof percent === 'number' ? Math.round(percent * VAT_STEPS) : 0;
}

/** What is wrong with a draft, field by field. */
export function draftRules(t: Messages) {
  return {
    brandId: (id: unknown) => (id ? null : t.text('orders.form.brandNeeded')),
    lines: {
      buying: (typed: unknown, draft: OrderDraft) =>
        minorOf(String(typed), draft.currency) === null ? t.text('orders.form.noAmount') : null,
      selling: (typed: unknown, draft: OrderDraft) =>
        String(typed).trim() === '' || minorOf(String(typed), draft.currency) !== null
          ? null
          : t.text('orders.form.noAmount'),
    },
  };
}
