import type { Told } from './linking-site.js';
import { type Arrows, arrowsOf, type LinkCounts, type RelationshipReason } from './relationship.js';

/** The parts a relationship's sentence is made of. */
export interface RelationshipSentence {
  readonly code: 'both' | 'to_us' | 'to_them' | 'none';
  readonly params: Readonly<Record<string, string | number | null>>;
}

/** What the sentence depends on. `ownSiteReadAt` is epoch milliseconds, null while our site was never read completely. */
export interface RelationshipFacts {
  readonly counts: LinkCounts;
  readonly ownSiteReadAt: number | null;
  /** What tools say of the whole site; null where none told of it. */
  readonly told: Told | null;
  readonly reason: RelationshipReason | null;
  readonly reasonNote: string;
}

/**
 * "They link to us twice, we link to them once. Why: ...": the counts, what is not known, and the reason, as code and parameters. `toldLinks`
 * is -1 where the tool does not count.
 */
export function relationshipSentence(facts: RelationshipFacts): RelationshipSentence {
  const { counts, ownSiteReadAt, told, reason, reasonNote } = facts;
  const arrows = arrowsOf(counts, ownSiteReadAt !== null);
  return {
    code: codeOf(arrows),
    params: {
      toUs: arrows.toUs,
      toThem: arrows.toThem,
      toUsLive: counts.toUsLive,
      toUsLost: counts.toUsLost,
      toThemLive: counts.toThemLive,
      toThemLost: counts.toThemLost,
      toldBy: told?.source ?? 'none',
      toldLinks: told?.linkCount ?? -1,
      toldAt: told?.observedAt ?? null,
      ownSiteReadAt,
      reason: reason ?? 'none',
      reasonNote: reasonNote.trim(),
    },
  };
}

function codeOf({ toUs, toThem }: Arrows): RelationshipSentence['code'] {
  if (toUs === 'linked' && toThem === 'linked') return 'both';
  if (toUs === 'linked') return 'to_us';
  return toThem === 'linked' ? 'to_them' : 'none';
}
