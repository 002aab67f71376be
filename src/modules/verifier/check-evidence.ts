import { createHash } from 'node:crypto';
import type { CheckEvidence } from '../placements/placement-checks.service.js';
import type { TargetVisit } from './visit/visit-types.js';

/** One occurrence as evidence keeps it. */
export interface EvidencedOccurrence {
  readonly href: string;
  readonly rel: readonly string[];
  readonly anchor: string;
  readonly region: string;
  readonly match: string;
  /** The exact HTML around it. */
  readonly html: string;
}

/** What proves a check, as it is kept. */
export interface KeptEvidence {
  readonly url: string | null;
  readonly status: number | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly bodySha256: string;
  readonly bodyBytes: number;
  readonly rendered: boolean;
  readonly occurrences: readonly EvidencedOccurrence[];
}

/** The evidence of one visit; its hash covers what was seen, not the headers and bytes that change with every answer. */
export function checkEvidence({ visit, evidence }: TargetVisit): CheckEvidence | null {
  if (evidence === null) return null;
  const occurrences = evidence.snippets.flatMap(({ occurrence: index, html }): EvidencedOccurrence[] => {
    const seen = visit.page?.occurrences[index];
    if (seen === undefined) return [];
    const { href, rel, anchor, region } = seen;
    return [{ href, rel, anchor, region, match: visit.matches[index] ?? 'other', html }];
  });
  const { headers, bodySha256, bodyBytes, rendered } = evidence;
  const { finalUrl: url, status } = visit;
  const kept: KeptEvidence = { url, status, headers, bodySha256, bodyBytes, rendered, occurrences };
  const robots = headers['x-robots-tag'] ?? null;
  const hash = createHash('sha256')
    .update(JSON.stringify([url, status, robots, rendered, occurrences]))
    .digest('hex');
  return { hash, content: Buffer.from(JSON.stringify(kept)) };
}
