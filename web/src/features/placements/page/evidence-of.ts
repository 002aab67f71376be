import type { FindingView } from '../../../api/placement-views.js';
import { relWord } from '../row-chips.js';

/** What a finding proves, in parts: the agreed value, the seen one, and every other fact the check wrote down. */
export interface FindingProof {
  readonly agreed: string | null;
  readonly seen: string | null;
  readonly others: readonly { readonly name: string; readonly value: string }[];
}

/** Parameters that say what was seen, best first. */
const SEEN = ['seen', 'href', 'until'];

/** Reads the proof out of a finding's parameters; empty ones and plain "no" are left out. */
export function evidenceOf({ params }: Pick<FindingView, 'params'>): FindingProof {
  const rel = typeof params['rel'] === 'string' ? relWord(params['rel']) : null;
  const seenName = SEEN.find((name) => isSaid(params[name]));
  const seen = rel ?? (seenName === undefined ? null : plain(params[seenName]));
  const used = new Set(['agreed', 'rel', seenName]);
  const others = Object.entries(params)
    .filter(([name, value]) => !used.has(name) && isSaid(value) && value !== false)
    .map(([name, value]) => ({ name, value: plain(value) }));
  return { agreed: isSaid(params['agreed']) ? plain(params['agreed']) : null, seen, others };
}

const isSaid = (value: unknown): boolean =>
  typeof value === 'string' ? value !== '' : typeof value === 'number' || typeof value === 'boolean';

const plain = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
