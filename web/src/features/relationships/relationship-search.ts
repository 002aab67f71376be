import { inAddress, withoutNothing } from '../../ui/address-words.js';
import {
  DIRECTIONS,
  type Direction,
  REASONS,
  RELATIONSHIP_SORTS,
  type Reason,
  type RelationshipSort,
  STAGES,
  type Stage,
} from './relationship-views.js';

/** Everything the list of relationships shows, as it stands in the address. */
export interface RelationshipSearch {
  readonly q?: string | undefined;
  readonly client?: string | undefined;
  readonly brand?: string | undefined;
  readonly site?: string | undefined;
  readonly publisher?: string | undefined;
  readonly direction?: Direction | undefined;
  readonly stage?: Stage | undefined;
  readonly reason?: Reason | undefined;
  readonly litmus?: 'missing' | undefined;
  readonly sort?: RelationshipSort | undefined;
  /** Opens the dialog for a new one. */
  readonly add?: true | undefined;
}

/** Reads the address; what is not understood is dropped. */
export function readRelationshipSearch(raw: Record<string, unknown>): RelationshipSearch {
  return withoutNothing({
    q: inAddress.text(raw['q']),
    client: inAddress.id(raw['client']),
    brand: inAddress.id(raw['brand']),
    site: inAddress.id(raw['site']),
    publisher: inAddress.id(raw['publisher']),
    direction: inAddress.word(DIRECTIONS, raw['direction']),
    stage: inAddress.word(STAGES, raw['stage']),
    reason: inAddress.word(REASONS, raw['reason']),
    litmus: inAddress.word(['missing'] as const, raw['litmus']),
    sort: inAddress.word(RELATIONSHIP_SORTS, raw['sort']),
    add: inAddress.flag(raw['add']),
  });
}

/** The search as the server takes it, without its order. A brand names its client too, so the client is left out then. */
export function relationshipFilter(search: RelationshipSearch) {
  const { q, client, brand, site, publisher, sort: _sort, add: _add, ...same } = search;
  return withoutNothing({
    ...same,
    search: q,
    clientId: brand ? undefined : client,
    brandId: brand,
    siteId: site,
    publisherId: publisher,
  });
}

/** What the button that clears the filters sets to nothing. */
export const NO_RELATIONSHIP_FILTER: Partial<RelationshipSearch> = {
  client: undefined,
  brand: undefined,
  site: undefined,
  publisher: undefined,
  direction: undefined,
  stage: undefined,
  reason: undefined,
  litmus: undefined,
};

/** How many filters narrow the list behind the filter button; chips and search words show themselves. */
export function relationshipFiltersInUse(search: RelationshipSearch): number {
  return [search.brand ?? search.client, search.site, search.publisher, search.stage, search.reason].filter(
    (value) => value !== undefined,
  ).length;
}
