import { inAddress, withoutNothing } from '../../ui/address-words.js';
import {
  ADDRESS_FILTERS,
  type AddressStatus,
  CONTACT_SORTS,
  type ContactSort,
  GROUND_FILTERS,
  type Ground,
} from './contact-views.js';

const STANDINGS = ['current', 'former'] as const;

/** Everything the list of contacts shows, as it stands in the address. */
export interface ContactSearch {
  readonly q?: string | undefined;
  readonly site?: string | undefined;
  readonly publisher?: string | undefined;
  readonly status?: (typeof STANDINGS)[number] | undefined;
  readonly ground?: Ground | 'missing' | undefined;
  readonly address?: AddressStatus | 'none' | undefined;
  readonly language?: string | undefined;
  readonly country?: string | undefined;
  readonly archived?: true | undefined;
  /** The import that brought them. */
  readonly fromImport?: string | undefined;
  readonly sort?: ContactSort | undefined;
  /** Opens the dialog for a new one. */
  readonly add?: true | undefined;
}

const code = (pattern: RegExp, value: unknown): string | undefined =>
  typeof value === 'string' && pattern.test(value) ? value : undefined;

/** Reads the address; what is not understood is dropped. */
export function readContactSearch(raw: Record<string, unknown>): ContactSearch {
  return withoutNothing({
    q: inAddress.text(raw['q']),
    site: inAddress.id(raw['site']),
    publisher: inAddress.id(raw['publisher']),
    status: inAddress.word(STANDINGS, raw['status']),
    ground: inAddress.word(GROUND_FILTERS, raw['ground']),
    address: inAddress.word(ADDRESS_FILTERS, raw['address']),
    language: code(/^[a-z]{2}$/, raw['language']),
    country: code(/^[A-Z]{2}$/, raw['country']),
    archived: inAddress.flag(raw['archived']),
    fromImport: inAddress.id(raw['fromImport']),
    sort: inAddress.word(CONTACT_SORTS, raw['sort']),
    add: inAddress.flag(raw['add']),
  });
}

/** The search as the server takes it, without its order. */
export function contactFilter(search: ContactSearch) {
  const { q, site, publisher, address, fromImport, sort: _sort, add: _add, ...same } = search;
  return withoutNothing({
    ...same,
    search: q,
    siteId: site,
    publisherId: publisher,
    addressStatus: address,
    importId: fromImport,
  });
}

/** A search that narrows nothing but says everything a filter can set: for the button that clears them. */
export const NO_CONTACT_FILTER: Partial<ContactSearch> = {
  site: undefined,
  publisher: undefined,
  status: undefined,
  ground: undefined,
  address: undefined,
  language: undefined,
  country: undefined,
  archived: undefined,
  fromImport: undefined,
};

/** How many filters narrow the list, apart from the search words: the figure on the filter button. */
export function contactFiltersInUse(search: ContactSearch): number {
  return Object.keys(NO_CONTACT_FILTER).filter((key) => search[key as keyof ContactSearch] !== undefined)
    .length;
}
