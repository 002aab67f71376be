import { inAddress, withoutNothing } from '../../ui/address-words.js';
import {
  PUBLISHER_KINDS,
  PUBLISHER_SORTS,
  type PublisherKind,
  type PublisherSort,
} from './publisher-views.js';

/** Everything the list of publishers shows, as it stands in the address. */
export interface PublisherSearch {
  readonly q?: string | undefined;
  readonly kind?: PublisherKind | undefined;
  readonly sort?: PublisherSort | undefined;
  readonly archived?: true | undefined;
  /** Opens the dialog for a new one. */
  readonly add?: true | undefined;
}

/** Reads the address; what is not understood is dropped. */
export function readPublisherSearch(raw: Record<string, unknown>): PublisherSearch {
  return withoutNothing({
    q: inAddress.text(raw['q']),
    kind: inAddress.word(PUBLISHER_KINDS, raw['kind']),
    sort: inAddress.word(PUBLISHER_SORTS, raw['sort']),
    archived: inAddress.flag(raw['archived']),
    add: inAddress.flag(raw['add']),
  });
}

/** The search as the server takes it, without its order. */
export function publisherFilter({ q, kind, archived }: PublisherSearch) {
  return withoutNothing({ search: q, kind, archived });
}
