/** What is kept of a folder: up to where it was read, under which numbering, and when that was lost lately. */
export interface KeptFolder {
  /** 0 while the folder was never read. */
  readonly uidValidity: bigint;
  readonly lastUid: number;
  readonly generation: number;
  /** Moments (ms) at which the numbering changed. */
  readonly resets: readonly number[];
}

/** What the server says of a folder that was opened. */
export interface SeenFolder {
  /** 0 where the server gives none: its numbers are then worth nothing next time (RFC 9051, 2.3.1.1). */
  readonly uidValidity: bigint;
  /** 0 where the server tells none. */
  readonly uidNext: number;
}

/**
 * `begin`: first reading, only the newest are looked at. `go_on`: what came after the watermark. `start_over`: the numbering is new, the last
 * 30 days are read again. `give_up`: it changed too often, the mailbox is paused.
 */
export type FolderStep =
  | { readonly step: 'begin'; readonly after: number }
  | { readonly step: 'go_on'; readonly after: number }
  | { readonly step: 'start_over'; readonly generation: number; readonly resets: readonly number[] }
  | { readonly step: 'give_up'; readonly resets: readonly number[] };

/** How many of the newest mails a first reading looks at, for answers that came while the mailbox was being connected. */
const FIRST_LOOK = 200;
const DAY_MS = 86_400_000;
/** So many changes of the numbering in a day are a server gone wrong. */
const MOST_RESETS = 3;

/** What to do with a folder, given what is kept of it (F5). */
export function folderStep(kept: KeptFolder | null, seen: SeenFolder, nowMs: number): FolderStep {
  if (kept === null || (kept.uidValidity === 0n && kept.generation === 1 && kept.resets.length === 0))
    return { step: 'begin', after: Math.max(0, seen.uidNext - 1 - FIRST_LOOK) };
  if (isSameNumbering(kept, seen)) return { step: 'go_on', after: kept.lastUid };
  const resets = [...kept.resets.filter((at) => at > nowMs - DAY_MS), nowMs];
  if (resets.length > MOST_RESETS) return { step: 'give_up', resets };
  return { step: 'start_over', generation: kept.generation + 1, resets };
}

/** Whether mail came between two openings of a folder, as far as the server tells next numbers. */
export function hasGrown(before: SeenFolder, now: SeenFolder): boolean {
  return now.uidNext > before.uidNext && before.uidNext > 0;
}

/** The next number never falls while a numbering holds (RFC 9051, 2.3.1.1): below the watermark, new mail would get numbers that were passed. */
function isSameNumbering(kept: KeptFolder, { uidValidity, uidNext }: SeenFolder): boolean {
  const isTurnedBack = uidNext > 0 && uidNext <= kept.lastUid;
  return uidValidity !== 0n && uidValidity === kept.uidValidity && !isTurnedBack;
}

/** UIDs to read, in ascending order, each once: servers answer `n:*` with the last one below n, and some in any order. */
export function uidsAfter(found: readonly number[], after: number): number[] {
  const fitting = found.filter((uid) => Number.isSafeInteger(uid) && uid > after && uid <= 4_294_967_295);
  return [...new Set(fitting)].sort((one, other) => one - other);
}
