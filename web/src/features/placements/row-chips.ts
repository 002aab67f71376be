import type { PlacementRow } from '../../api/placement-views.js';
import type { RelTerm, Standing } from '../../api/placement-words.js';

/** What stands in the Seen column: a word of the catalogue, whether it is worth a second look, and its parameters. */
export interface SeenChip {
  readonly key: string;
  readonly differs: boolean;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** Rel as a person says it: nothing that forbids following is `follow`. */
export function relWord(seen: string): string {
  const tokens = seen
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((token) => ['nofollow', 'sponsored', 'ugc', 'follow'].includes(token));
  return tokens.length === 0 ? 'follow' : [...new Set(tokens)].join(' ');
}

/** The chip that stands under Terms: how firm the rel term is, and what it says. */
export function termChip(row: Pick<PlacementRow, 'terms'>): {
  readonly standing: Standing;
  readonly value: RelTerm | null;
} {
  const { rel } = row.terms;
  return { standing: rel.standing, value: rel.standing === 'unknown' ? null : (rel.value ?? null) };
}

/** How many terms other than rel were agreed: the small "+2" beside the chip. */
export function otherAgreedTerms(row: Pick<PlacementRow, 'terms'>): number {
  const { anchor, region, indexable, duration } = row.terms;
  return [anchor, region, indexable, duration].filter((term) => term.standing === 'agreed').length;
}

/**
 * What stands under Seen: for a link that was seen its rel, else the plain reason why it was not (gone, 503, consent
 * wall, due date). The state decides first, because one check never speaks louder than the state.
 */
export function seenChip(row: PlacementRow): SeenChip | null {
  if (row.state === 'awaited') return awaitedChip(row);
  if (row.rechecking) return { key: 'seen.rechecking', differs: false };
  if (row.state === 'removed') return { key: 'seen.gone', differs: true };
  return lastVerdictChip(row);
}

function awaitedChip(row: PlacementRow): SeenChip | null {
  if (row.dueOn === null) return null;
  return { key: row.overdue ? 'seen.overdue' : 'seen.due', differs: row.overdue, params: { day: row.dueOn } };
}

function lastVerdictChip(row: PlacementRow): SeenChip | null {
  const last = row.lastVerdicts.at(-1);
  if (last === 'unreachable' || last === 'unverifiable') return whyNot(row);
  if (last === 'absent') return { key: 'seen.gone', differs: true };
  if (row.seen.rel === null) return null;
  const differs = last === 'differs' || row.state === 'differs';
  return { key: 'seen.rel', differs, params: { rel: relWord(row.seen.rel) } };
}

function whyNot(row: PlacementRow): SeenChip | null {
  const { status, code } = row.seen;
  if (status !== null && status >= 400) return { key: 'seen.status', differs: false, params: { status } };
  return code === null ? { key: 'seen.unknown', differs: false } : { key: `code.${code}`, differs: false };
}
