/** The least time between two mails of a mailbox, in seconds, and how much is added by chance at most. */
export interface Gap {
  readonly gapSeconds: number;
  readonly jitterSeconds: number;
}

/**
 * When a mailbox may send again after a mail that goes at `at` (milliseconds since 1970). The chance comes from the id of that mail, so that every
 * machine finds the same moment.
 */
export function nextSlot(at: number, { gapSeconds, jitterSeconds }: Gap, messageId: string): number {
  const jitter = Math.floor(chanceOf(messageId) * (jitterSeconds + 1));
  return at + (gapSeconds + jitter) * 1000;
}

/** A number from 0 to below 1 that looks like chance and is always the same for a text (FNV-1a, 32 bit, with a final mix). */
function chanceOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 0x1_0000_0000;
}
