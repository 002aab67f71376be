import type { PlacementDetail } from '../../../api/placement-views.js';
import { CLOSED_STATES } from '../../../api/placement-words.js';
import { acceptances } from './accept-words.js';

export type ActName =
  | 'check'
  | 'accept'
  | 'seenByHand'
  | 'document'
  | 'replace'
  | 'end'
  | 'release'
  | 'reopen'
  | 'archive'
  | 'restore';

export type Actable = Pick<PlacementDetail, 'state' | 'archivedAt' | 'sourceUrl' | 'findings' | 'terms'>;

/** The acts that make sense now; the server has the last word on each. */
export function actsFor(placement: Actable): ReadonlySet<ActName> {
  if (placement.archivedAt !== null) return new Set(['restore']);
  if (CLOSED_STATES.includes(placement.state)) return new Set(['reopen', 'archive']);
  const acts: ActName[] = ['document', 'replace', 'end', 'release', 'archive'];
  if (placement.sourceUrl !== null) acts.push('check', 'seenByHand');
  const wasSeen = placement.state === 'live' || placement.state === 'differs';
  if (wasSeen && acceptances(placement.findings, placement.terms.match).length > 0) acts.push('accept');
  return new Set(acts);
}
