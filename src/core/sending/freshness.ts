import type { PolledFolder } from './last-word-facts.js';

/**
 * How old the last whole look into the inbox may be when a follow-up leaves: an answer that was there a minute before must have been seen, and a few
 * seconds pass between the claim and the text.
 */
export const FRESH_MS = 45_000;

/** Whether the inbox, and the junk folder where there is one, were looked through without an error, and lately enough. */
export function isFresh(folders: readonly PolledFolder[], now: number): boolean {
  return folders.some(({ use }) => use === 'inbox') && folders.every((folder) => isLooked(folder, now));
}

function isLooked({ polledFrom, polledUntil, errorCode }: PolledFolder, now: number): boolean {
  if (errorCode !== null || polledFrom === null || polledUntil === null) return false;
  return polledUntil >= polledFrom && polledFrom > now - FRESH_MS;
}
