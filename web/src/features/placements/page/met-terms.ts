import type { PlacementDetail } from '../../../api/placement-views.js';
import type { TermName } from '../../../api/placement-words.js';
import { unmetTerms } from '../acts/accept-words.js';

/** An agreed term the last check saw as agreed. */
export interface MetTerm {
  readonly term: TermName | 'match';
  readonly value: string;
}

type Seen = Pick<PlacementDetail, 'terms' | 'findings' | 'lastVerdicts'>;

/** The agreed terms that were seen as agreed, target first. Without a sight of the link nothing is said to be met. */
export function metTerms({ terms, findings, lastVerdicts }: Seen): MetTerm[] {
  const last = lastVerdicts.at(-1);
  if (last !== 'live' && last !== 'differs') return [];
  const unmet = unmetTerms(findings);
  const names: readonly TermName[] = ['rel', 'anchor', 'region', 'indexable', 'duration'];
  const agreed = names.filter((name) => terms[name].standing === 'agreed' && !unmet.has(name));
  return [
    ...(unmet.has('match') ? [] : [{ term: 'match' as const, value: terms.match }]),
    ...agreed.map((name) => ({ term: name, value: String(terms[name].value ?? '') })),
  ];
}
