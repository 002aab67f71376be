import { inAddress, withoutNothing } from '../../ui/address-words.js';
import { REASONS, SOURCES } from './courtesy-words.js';

/** What the address of the do-not-contact list says. */
export interface CourtesySearch {
  readonly q?: string | undefined;
  readonly reason?: (typeof REASONS)[number] | undefined;
  readonly source?: (typeof SOURCES)[number] | undefined;
  /** A client's id, or `none` for entries of the whole workspace. */
  readonly scope?: string | undefined;
}

/** Reads the address of the list; what makes no sense is left out. */
export function readCourtesySearch(search: Record<string, unknown>): CourtesySearch {
  return withoutNothing({
    q: inAddress.text(search['q']),
    reason: inAddress.word(REASONS, search['reason']),
    source: inAddress.word(SOURCES, search['source']),
    scope: inAddress.text(search['scope']),
  });
}
