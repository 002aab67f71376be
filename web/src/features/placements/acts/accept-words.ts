import type { FindingView } from '../../../api/placement-views.js';
import type { AcceptedStep, TermName } from '../../../api/placement-words.js';

/** One line of "what will be written": the term, what was agreed or expected, and what was seen in its place. */
export interface Acceptance {
  readonly term: TermName | 'match';
  readonly from: string | null;
  readonly to: string | null;
}

const TERM_OF: Readonly<Record<string, Acceptance['term']>> = {
  rel_not_follow: 'rel',
  rel_not_nofollow: 'rel',
  rel_unlabelled: 'rel',
  rel_ugc_only: 'rel',
  rel_not_ugc: 'rel',
  anchor_differs: 'anchor',
  region_differs: 'region',
  not_indexable: 'indexable',
  duration_short: 'duration',
  wrong_target: 'match',
};

type Params = FindingView['params'];

/** What "accept as it is" writes: every term that differs from what was agreed or expected, with what was seen of it. */
export function acceptances(findings: readonly FindingView[], match: AcceptedStep): Acceptance[] {
  const lines = new Map<string, Acceptance>();
  for (const { code, severity, params } of findings) {
    const term = TERM_OF[code];
    if (severity === 'info' || term === undefined || lines.has(term)) continue;
    lines.set(term, { term, from: before(term, params, match), to: SEEN[term](params) });
  }
  return [...lines.values()];
}

/** The terms a finding of this check speaks of: those that were agreed and are not met. */
export function unmetTerms(findings: readonly FindingView[]): ReadonlySet<Acceptance['term']> {
  const unmet = findings.filter(({ severity }) => severity === 'error').map(({ code }) => TERM_OF[code]);
  return new Set(unmet.filter((term) => term !== undefined));
}

function before(term: Acceptance['term'], params: Params, match: AcceptedStep): string | null {
  if (term === 'indexable') return 'true';
  return term === 'match' ? match : textOf(params['agreed']);
}

/** How each term says what was seen of it. A page that is nofollow as a whole leaves nothing to agree on for the link. */
const SEEN: Readonly<Record<Acceptance['term'], (params: Params) => string | null>> = {
  rel: (params) => (params['pageNofollow'] === true ? 'any' : strictest(textOf(params['rel']) ?? '')),
  anchor: (params) => textOf(params['seen']),
  region: (params) => textOf(params['seen']),
  indexable: () => 'false',
  duration: (params) => textOf(params['until'])?.slice(0, 10) ?? null,
  match: (params) => textOf(params['step']),
};

function strictest(rel: string): string {
  const tokens = rel.toLowerCase().split(/[\s,]+/);
  return ['sponsored', 'ugc', 'nofollow'].find((token) => tokens.includes(token)) ?? 'follow';
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
