import { isTimeZone } from '../access/day-end.js';
import type { PlacementState } from '../placements/placement.js';

export const DIGEST_SECTIONS = [
  'lost',
  'changed',
  'back',
  'site_down',
  'site_gone',
  'check_by_hand',
  'overdue',
] as const;
/** The parts of a daily digest, worst first. */
export type DigestSection = (typeof DIGEST_SECTIONS)[number];

/** One change of state (or a date that passed) that a person was told about in the bell. */
export interface ToldChange {
  readonly placementId: string;
  readonly section: DigestSection;
  readonly at: number;
  /** The state the placement had before. */
  readonly from: PlacementState;
}

/** What is true when the digest is written. */
export interface PlacementNow {
  readonly placementId: string;
  readonly state: PlacementState;
  readonly overdue: boolean;
}

export interface DigestLine {
  readonly placementId: string;
  readonly section: DigestSection;
}

const SECTION_OF_STATE: Readonly<Partial<Record<PlacementState, DigestSection>>> = {
  removed: 'lost',
  differs: 'changed',
  live: 'back',
  site_down: 'site_down',
  site_gone: 'site_gone',
  check_by_hand: 'check_by_hand',
};

/**
 * Says what a digest tells: one line a placement, and the state that holds now rather than each step on the way. A
 * placement that ended where it began is left out, and so is one that was closed meanwhile.
 */
export function digestLines(
  changes: readonly ToldChange[],
  now: readonly PlacementNow[],
): readonly DigestLine[] {
  const first = new Map<string, ToldChange>();
  for (const change of [...changes].sort((a, b) => a.at - b.at)) {
    if (!first.has(change.placementId)) first.set(change.placementId, change);
  }
  const lines = now.flatMap((placement) => lineOf(placement, first.get(placement.placementId)));
  return lines.sort((a, b) => DIGEST_SECTIONS.indexOf(a.section) - DIGEST_SECTIONS.indexOf(b.section));
}

function lineOf(placement: PlacementNow, first: ToldChange | undefined): readonly DigestLine[] {
  if (first === undefined) return [];
  if (placement.overdue) return [{ placementId: placement.placementId, section: 'overdue' }];
  const section = SECTION_OF_STATE[placement.state];
  return section === undefined || placement.state === first.from
    ? []
    : [{ placementId: placement.placementId, section }];
}

/** Hour of the workspace's day from which the digest of that day may be written. */
export const DIGEST_HOUR = 7;

/**
 * Says which day's digest is due at a moment, as YYYY-MM-DD in the workspace's zone; null before the digest's hour.
 * A zone the runtime does not know counts as UTC.
 */
export function digestDay(moment: Date, timeZone: string): string | null {
  const { day, hour } = localTime(moment, timeZone);
  return hour >= DIGEST_HOUR ? day : null;
}

/** The calendar day of a moment in a zone, as YYYY-MM-DD. */
export function localDay(moment: Date, timeZone: string): string {
  return localTime(moment, timeZone).day;
}

function localTime(moment: Date, timeZone: string): { day: string; hour: number } {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: isTimeZone(timeZone) ? timeZone : 'UTC',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(moment);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  return { day: `${part('year')}-${part('month')}-${part('day')}`, hour: Number(part('hour')) };
}
