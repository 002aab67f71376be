import type { PolledFolder } from './last-word-facts.js';

/**
 * How old the last whole look into the inbox may be when a follow-up is claimed, and when the server waits for its text: an answer that was there a
 * minute before must have been seen, and some seconds pass in between.
 */
export const FRESH_MS = { atClaim: 30_000, atText: 55_000 } as const;

/** Whether the inbox, and the junk folder where there is one, were looked through without an error, and begun no longer ago than that. */
export function isFresh(folders: readonly PolledFolder[], now: number, withinMs: number): boolean {
  const since = now - withinMs;
  return folders.some(({ use }) => use === 'inbox') && folders.every((folder) => isLooked(folder, since));
}

function isLooked({ polledFrom, polledUntil, errorCode }: PolledFolder, since: number): boolean {
  if (errorCode !== null || polledFrom === null || polledUntil === null) return false;
  return polledUntil >= polledFrom && polledFrom >= since;
}
