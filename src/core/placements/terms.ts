/**
 * The terms of a placement: what was agreed, what is merely expected, what is not known.
 *
 * Only an agreed term can be "not met"; an expected one gives "differs from expected", an unknown one is never judged.
 */

export const REL_TERMS = ['follow', 'nofollow', 'sponsored', 'ugc', 'any'] as const;
/** What the `rel` of the link was agreed (or is expected) to be. `any` means every rel will do. */
export type RelTerm = (typeof REL_TERMS)[number];

export const MATCH_STEPS = [
  'exact',
  'equivalent',
  'redirects_to_target',
  'same_path_other_query',
  'same_site',
  'other',
] as const;
/** The URL ladder (D135-D141), best step first. */
export type MatchStep = (typeof MATCH_STEPS)[number];

/** Steps a placement may name as the lowest one it accepts: `other` would accept every link of the page. */
export const ACCEPTED_STEPS = [
  'exact',
  'equivalent',
  'redirects_to_target',
  'same_path_other_query',
  'same_site',
] as const;
export type AcceptedStep = (typeof ACCEPTED_STEPS)[number];

export const REGIONS = ['content', 'nav', 'header', 'footer', 'aside', 'comment'] as const;
/** The part of the page a link stands in. */
export type Region = (typeof REGIONS)[number];

export const TERM_STANDINGS = ['agreed', 'expected', 'unknown'] as const;
export type TermStanding = (typeof TERM_STANDINGS)[number];

/** One term with its standing; the source of agreed terms is kept on the placement, not here. */
export type Term<Value> =
  | { readonly standing: 'agreed'; readonly value: Value }
  | { readonly standing: 'expected'; readonly value: Value }
  | { readonly standing: 'unknown' };

/** All terms the judge looks at. The target is always agreed and the accepted step belongs to it. */
export interface Terms {
  readonly targetUrl: string;
  readonly match: AcceptedStep;
  readonly rel: Term<RelTerm>;
  readonly anchor: Term<string>;
  readonly region: Term<Region>;
  readonly indexable: Term<boolean>;
  /** The last day (YYYY-MM-DD) the link was agreed to stay. */
  readonly duration: Term<string>;
}

export const TERM_SOURCES = ['document', 'note', 'person', 'mail'] as const;
/** Where an agreed term comes from: a document, a note with its date, a person who said so, or a mail. */
export type TermSourceKind = (typeof TERM_SOURCES)[number];
