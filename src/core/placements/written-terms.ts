import type { Compensation, PlacementType } from './placement.js';
import type { AcceptedStep, Region, RelTerm, Term, TermStanding } from './terms.js';

/** The terms of a placement that a person writes; the target stands apart. */
export interface WrittenTerms {
  readonly match: AcceptedStep;
  readonly rel: Term<RelTerm>;
  readonly anchor: Term<string>;
  readonly region: Term<Region>;
  readonly indexable: Term<boolean>;
  readonly duration: Term<string>;
}

export const TERM_NAMES = ['rel', 'anchor', 'region', 'indexable', 'duration'] as const;
export type TermName = (typeof TERM_NAMES)[number];

interface Wish<Value> {
  readonly standing: TermStanding;
  readonly value?: Value | undefined;
}

/** What somebody wants a term to be; one that is left out stays as it is. */
export interface TermsWished {
  readonly match?: AcceptedStep | undefined;
  readonly rel?: Wish<RelTerm> | undefined;
  readonly anchor?: Wish<string> | undefined;
  readonly region?: Wish<Region> | undefined;
  readonly indexable?: Wish<boolean> | undefined;
  readonly duration?: Wish<string> | undefined;
}

/** What the expectation about a link follows from (D7-D15, D335). */
export interface Deal {
  readonly type: PlacementType;
  readonly compensation: Compensation;
}

export type Written =
  | {
      readonly ok: true;
      readonly terms: WrittenTerms;
      /** Terms that are agreed now and were not, or otherwise: they need a source. */
      readonly newlyAgreed: readonly TermName[];
      /** Names of everything that is not what it was, `match` among them. */
      readonly changed: readonly (TermName | 'match')[];
    }
  | { readonly ok: false; readonly term: TermName };

const EXPECTED_REL: Readonly<Record<PlacementType, RelTerm>> = {
  editorial: 'follow',
  guest_post: 'follow',
  link_insertion: 'follow',
  digital_pr: 'any',
  journalist_quote: 'follow',
  directory: 'follow',
  broken_link: 'follow',
  unlinked_mention: 'follow',
  partnership: 'follow',
  comment: 'nofollow',
};

/**
 * The rel a link of this kind is expected to have: `sponsored` as soon as anything was given for it, else by its type (D7-D15). An
 * expectation accuses nobody: the outlet's own policy decides (D335).
 */
export function expectedRel({ type, compensation }: Deal): RelTerm {
  return compensation === 'none' ? EXPECTED_REL[type] : 'sponsored';
}

/** The terms of a placement about which nothing was said: rel as expected, all others unknown. */
export function termsOfDeal(deal: Deal): WrittenTerms {
  return {
    match: 'equivalent',
    rel: { standing: 'expected', value: expectedRel(deal) },
    anchor: { standing: 'unknown' },
    region: { standing: 'unknown' },
    indexable: { standing: 'unknown' },
    duration: { standing: 'unknown' },
  };
}

/**
 * Writes wishes into terms. An expected rel follows the deal whenever that changes; an agreed or unknown one stays until somebody says
 * otherwise. Refused: a term agreed without saying what, or expected where there is nothing to expect.
 */
export function writeTerms(current: WrittenTerms, wished: TermsWished, deal: Deal): Written {
  const relNow: Term<RelTerm> =
    current.rel.standing === 'expected' ? { standing: 'expected', value: expectedRel(deal) } : current.rel;
  const terms = {
    rel: read(wished.rel, relNow, expectedRel(deal)),
    anchor: read(wished.anchor, current.anchor),
    region: read(wished.region, current.region),
    indexable: read(wished.indexable, current.indexable),
    duration: read(wished.duration, current.duration),
  };
  for (const name of TERM_NAMES) if (terms[name] === null) return { ok: false, term: name };
  return written(current, {
    ...(terms as Omit<WrittenTerms, 'match'>),
    match: wished.match ?? current.match,
  });
}

function written(current: WrittenTerms, terms: WrittenTerms): Written {
  const changed = TERM_NAMES.filter((name) => !sameTerm(current[name], terms[name]));
  const newlyAgreed = changed.filter((name) => terms[name].standing === 'agreed');
  const match = terms.match === current.match ? [] : (['match'] as const);
  return { ok: true, terms, newlyAgreed, changed: [...changed, ...match] };
}

/** null where the wish says too little. */
function read<Value>(
  wish: Wish<Value> | undefined,
  current: Term<Value>,
  expected?: Value,
): Term<Value> | null {
  if (wish === undefined) return current;
  if (wish.standing === 'unknown') return { standing: 'unknown' };
  const value = wish.standing === 'expected' ? (expected ?? wish.value) : wish.value;
  return value === undefined ? null : { standing: wish.standing, value };
}

function sameTerm(one: Term<unknown>, other: Term<unknown>): boolean {
  return one.standing === other.standing && termValue(one) === termValue(other);
}

/** The value of a term, null for an unknown one. */
export function termValue<Value>(term: Term<Value>): Value | null {
  return term.standing === 'unknown' ? null : term.value;
}
