import type { PlacementType } from '../placements/placement.js';
import type { RelTerm } from '../placements/terms.js';
import type { OutdatedReason } from './publisher.js';

/** The dearest placement, in the smallest unit: a figure above it is a typing mistake. */
export const HIGHEST_PRICE = 100_000_000_000;

/** The most words anybody asks for. */
export const MOST_WORDS = 1_000_000;

/** What is asked for a placement; null where nothing was said. */
export interface AskedTerms {
  readonly priceMinor: number | null;
  readonly currency: string | null;
  readonly relPolicy: RelTerm | null;
  readonly wordsFrom: number | null;
  readonly wordsTo: number | null;
}

/** What conditions are about; those of the same thing replace each other. */
export interface ConditionsSubject {
  readonly publisherId: string | null;
  readonly siteId: string | null;
  /** Null where they hold for placements of all types. */
  readonly type: PlacementType | null;
}

/** Conditions of a subject that are written down, with the day they are of (YYYY-MM-DD) and why they hold no more; null while they hold. */
export interface KnownTerms extends AskedTerms {
  readonly id: string;
  readonly day: string;
  readonly outdatedReason: OutdatedReason | null;
}

/**
 * What becomes of conditions a file tells of. `known`: nothing new is in them. `newer`: they hold, and what held before is outdated. `past`: they
 * are of an earlier day than what holds, and go straight to the history, replaced by it.
 */
export type ToldVerdict =
  | { readonly kind: 'known' }
  | { readonly kind: 'newer'; readonly replaces: readonly string[] }
  | { readonly kind: 'past'; readonly replacedBy: string };

/**
 * Judges conditions told by a file of a day against all that is written down of the same subject. What somebody took away, or a former owner
 * asked, does not come back by a file of that day or an earlier one.
 */
export function judgeTold(
  told: AskedTerms & { readonly day: string },
  known: readonly KnownTerms[],
): ToldVerdict {
  const holding = known.filter(({ outdatedReason }) => outdatedReason === null);
  const past = known.filter((one) => one.outdatedReason !== null && saysSame(told, one));
  if (holding.some((one) => saysSame(told, one))) return KNOWN;
  if (past.some(({ outdatedReason, day }) => outdatedReason !== 'replaced' && day >= told.day)) return KNOWN;
  const later = holding.find(({ day }) => day > told.day);
  if (later === undefined) return { kind: 'newer', replaces: holding.map(({ id }) => id) };
  return past.some(({ day }) => day === told.day) ? KNOWN : { kind: 'past', replacedBy: later.id };
}

const KNOWN = { kind: 'known' } as const;

const TERMS = ['priceMinor', 'currency', 'relPolicy', 'wordsFrom', 'wordsTo'] as const;

/** Whether all that is told is known; what the file is silent about may be known or not. */
function saysSame(told: AskedTerms, known: AskedTerms): boolean {
  return TERMS.every((term) => told[term] === null || told[term] === known[term]);
}
