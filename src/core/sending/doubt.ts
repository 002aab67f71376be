/** What is known of a mail in doubt. */
export interface DoubtFacts {
  /** The server's yes came, but could not be written down whole. */
  readonly isAnswered: boolean;
  /** A bounce, an answer or its own copy came in that names it. */
  readonly isNamed: boolean;
  /** Whether Sent holds it; null when nobody could look. */
  readonly isInSent: boolean | null;
  /** Whether this mailbox has proven that its server puts every mail into Sent. */
  readonly isProven: boolean;
  /** Looks that found nothing, this one included where it did. */
  readonly looks: number;
}

/** What becomes of a doubt: it was sent, it was not, nobody can say, or it is looked at once more. */
export type DoubtAnswer =
  | { readonly kind: 'sent'; readonly by: 'reply' | 'inbound' | 'sent_folder' }
  | { readonly kind: 'not_sent' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'look_again' };

/** Looks that must both find nothing. */
const LOOKS = 2;

/**
 * Judges a doubt by evidence alone. That nothing is found says something only of a mailbox whose server keeps a copy of everything, and
 * only after two looks; of every other one a person decides. A mailbox that cannot be read is no evidence at all.
 */
export function judgeDoubt(facts: DoubtFacts): DoubtAnswer {
  if (facts.isAnswered) return { kind: 'sent', by: 'reply' };
  if (facts.isNamed) return { kind: 'sent', by: 'inbound' };
  if (facts.isInSent === true) return { kind: 'sent', by: 'sent_folder' };
  if (facts.isInSent === null || facts.looks < LOOKS) return { kind: 'look_again' };
  return facts.isProven ? { kind: 'not_sent' } : { kind: 'unknown' };
}

/** What a mailbox's Sent folder has proven so far. */
export interface CopyStanding {
  readonly sentCopy: 'unknown' | 'by_server' | 'by_us';
  /** Certain sends in a row that were found there. */
  readonly seen: number;
}

/** A server that has kept copies before may be slow with one: it is given this long. */
const SLOW_COPY_MS = 10 * 60_000;

/**
 * Whether a mail that is not in Sent is looked for again before a copy of ours is put there: the server has kept copies of the mails before it, and this
 * one left a short while ago (milliseconds). Two copies are worse than a late one.
 */
export function isCopyAwaited({ sentCopy, seen }: CopyStanding, age: number): boolean {
  return sentCopy !== 'by_us' && seen > 0 && age < SLOW_COPY_MS;
}

/** The standing after one more certain send was looked for in Sent. Missing once is enough to lose the proof. */
export function afterCopyLook(standing: CopyStanding, isFound: boolean, proven: number): CopyStanding {
  if (!isFound) return { sentCopy: 'by_us', seen: 0 };
  const seen = Math.min(standing.seen + 1, proven);
  if (standing.sentCopy === 'by_us') return { sentCopy: 'by_us', seen: 0 };
  return { sentCopy: seen >= proven ? 'by_server' : standing.sentCopy, seen };
}
