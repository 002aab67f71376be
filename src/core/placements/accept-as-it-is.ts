import type { AcceptedStep, MatchStep, Region, RelTerm } from './terms.js';
import { ACCEPTED_STEPS } from './terms.js';
import type { TermsWished } from './written-terms.js';

/** The link as the last check that found it saw it. */
export interface SeenLink {
  /** Rel tokens as Google reads them or as they stand. */
  readonly rel: readonly string[];
  readonly anchor: string;
  readonly region: Region;
  readonly match: MatchStep;
}

/** A finding, as far as accepting it goes. */
export interface AcceptableFinding {
  readonly code: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/**
 * The terms that "accept as it is" writes down as agreed: for each term the findings say differs, what was seen. null when nothing
 * differs, so that there is nothing to accept. A rule that is broken stays broken: it is not ours to waive.
 */
export function acceptAsItIs(seen: SeenLink, findings: readonly AcceptableFinding[]): TermsWished | null {
  const wished = Object.assign({}, ...findings.map((finding) => accepted(seen, finding))) as TermsWished;
  return Object.keys(wished).length === 0 ? null : wished;
}

type Params = AcceptableFinding['params'];
type Rule = (seen: SeenLink, params: Params) => TermsWished;

const asSeen: Rule = (seen) => ({ rel: { standing: 'agreed', value: relOf(seen.rel) } });

/** What accepting a finding writes down; findings that are not listed are no matter of terms. */
const RULES: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  [
    'rel_not_follow',
    (seen, { pageNofollow }) => ({
      rel: { standing: 'agreed', value: pageNofollow === true ? 'any' : relOf(seen.rel) },
    }),
  ],
  ['rel_not_nofollow', asSeen],
  ['rel_unlabelled', asSeen],
  ['rel_ugc_only', asSeen],
  ['rel_not_ugc', asSeen],
  ['anchor_differs', (seen) => ({ anchor: { standing: 'agreed', value: seen.anchor } })],
  ['region_differs', (seen) => ({ region: { standing: 'agreed', value: seen.region } })],
  ['not_indexable', () => ({ indexable: { standing: 'agreed', value: false } })],
  ['duration_short', (_, { until }) => durationOf(until)],
  ['wrong_target', (seen) => stepOf(seen.match)],
]);

function accepted(seen: SeenLink, { code, params }: AcceptableFinding): TermsWished {
  return RULES.get(code)?.(seen, params) ?? {};
}

/** The rel term a link with these tokens meets, the strictest first: sponsored, ugc, nofollow; without any it is followed. */
function relOf(tokens: readonly string[]): RelTerm {
  const named = (['sponsored', 'ugc', 'nofollow'] as const).find((token) => tokens.includes(token));
  return named ?? 'follow';
}

function durationOf(until: unknown): TermsWished {
  return typeof until === 'string' ? { duration: { standing: 'agreed', value: until.slice(0, 10) } } : {};
}

function stepOf(match: MatchStep): TermsWished {
  const step = ACCEPTED_STEPS.find((accepted): accepted is AcceptedStep => accepted === match);
  return step === undefined ? {} : { match: step };
}
