import type { SuppressionReason } from '../prospects/prospect.js';

/** How an entry came onto the do-not-contact list. */
export const SUPPRESSION_SOURCES = [
  'by_hand',
  'imported',
  'reply',
  'one_click',
  'bounce',
  'complaint',
  'erasure',
  'replayed',
] as const;
export type SuppressionSource = (typeof SUPPRESSION_SOURCES)[number];

/** An entry to put on the list: a site, or an address by its key or by the hash of its key alone. */
export interface SuppressionWish {
  readonly siteId?: string | null;
  /** The key of a mail address (core/contacts/mail-address). */
  readonly addressKey?: string | null;
  /** SHA-256 of the key in hexadecimal digits, where the key itself is not known or must not be kept. */
  readonly addressHash?: string | null;
  /** The client it holds for; null for the whole workspace. */
  readonly clientId?: string | null;
  readonly reason: SuppressionReason;
  readonly source: SuppressionSource;
  /** The mail, import or contact it came from. */
  readonly sourceId?: string | null;
  /** The sentence it rests on, as it was written. */
  readonly evidence?: string;
  readonly note?: string;
  readonly importId?: string | null;
  /** Its id, where it has one already: an entry that was lost and comes back. */
  readonly id?: string;
}

/** Reasons a person gave for themselves: they alone can be asked whether it still holds. */
const OWN_WISHES: ReadonlySet<SuppressionReason> = new Set(['asked', 'objected', 'complained']);

/** Whether a person asked for it themselves: then a member alone cannot undo it (GDPR 21(3), D269), and it outweighs other reasons. */
export function isOwnWish(entry: { readonly reason: SuppressionReason }): boolean {
  return OWN_WISHES.has(entry.reason);
}
