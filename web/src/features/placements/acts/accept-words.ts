import type { FindingView } from '../../../api/placement-views.js';
import type { TermName } from '../../../api/placement-words.js';
import { relWord } from '../row-chips.js';

/** One line of "what will be written": the term, what was agreed, and what was seen in its place. */
export interface Acceptance {
  readonly term: TermName | 'target';
  readonly from: string | null;
  readonly to: string | null;
}

const TERM_OF: Readonly<Record<string, TermName | 'target'>> = {
  rel_not_follow: 'rel',
  rel_not_nofollow: 'rel',
  rel_unlabelled: 'rel',
  rel_ugc_only: 'rel',
  rel_not_ugc: 'rel',
  anchor_differs: 'anchor',
  region_differs: 'region',
  not_indexable: 'indexable',
  duration_short: 'duration',
  wrong_target: 'target',
};

/** What "accept as it is" would write: every agreed term that is not met, with what was seen of it. */
export function acceptances(findings: readonly FindingView[]): Acceptance[] {
  const lines = new Map<string, Acceptance>();
  for (const finding of findings) {
    const term = TERM_OF[finding.code];
    if (finding.severity !== 'error' || term === undefined || lines.has(term)) continue;
    lines.set(term, { term, from: agreed(term, finding.params), to: SEEN[term](finding.params) });
  }
  return [...lines.values()];
}

type Params = FindingView['params'];

function agreed(term: Acceptance['term'], params: Params): string | null {
  return term === 'indexable' ? 'true' : textOf(params['agreed']);
}

/** How each term says what was seen of it. */
const SEEN: Readonly<Record<Acceptance['term'], (params: Params) => string | null>> = {
  rel: (params) => (params['pageNofollow'] === true ? 'nofollow' : relWord(textOf(params['rel']) ?? '')),
  anchor: (params) => textOf(params['seen']),
  region: (params) => textOf(params['seen']),
  indexable: () => 'false',
  duration: (params) => textOf(params['until'])?.slice(0, 10) ?? null,
  target: (params) => textOf(params['href']),
};

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
