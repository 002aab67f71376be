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

function accepted(seen: SeenLink, { code, params }: AcceptableFinding): TermsWished {
  switch (code) {
    case 'rel_not_follow':
      return {
        rel: { standing: 'agreed', value: params['pageNofollow'] === true ? 'any' : relOf(seen.rel) },
      };
    case 'rel_not_nofollow':
    case 'rel_unlabelled':
    case 'rel_ugc_only':
    case 'rel_not_ugc':
      return { rel: { standing: 'agreed', value: relOf(seen.rel) } };
    case 'anchor_differs':
      return { anchor: { standing: 'agreed', value: seen.anchor } };
    case 'region_differs':
      return { region: { standing: 'agreed', value: seen.region } };
    case 'not_indexable':
      return { indexable: { standing: 'agreed', value: false } };
    case 'duration_short':
      return { duration: { standing: 'agreed', value: String(params['until'] ?? '').slice(0, 10) } };
    case 'wrong_target':
      return stepOf(seen.match);
    default:
      return {};
  }
}

/** The rel term a link with these tokens meets, the strictest first: sponsored, ugc, nofollow; without any it is followed. */
function relOf(tokens: readonly string[]): RelTerm {
  const named = (['sponsored', 'ugc', 'nofollow'] as const).find((token) => tokens.includes(token));
  return named ?? 'follow';
}

function stepOf(match: MatchStep): TermsWished {
  const step = ACCEPTED_STEPS.find((accepted): accepted is AcceptedStep => accepted === match);
  return step === undefined ? {} : { match: step };
}
