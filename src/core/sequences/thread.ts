import { headerText } from '../templates/values.js';

/** A mail of the enrolment that left, in the order of its steps. */
export interface SentMail {
  /** Without angle brackets. */
  readonly messageId: string;
  readonly subject: string;
}

/** What makes a mail go on in a thread (RFC 5322, 3.6.4). */
export interface ThreadPlace {
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
}

const REPLY_MARK = /^(?:re|antw|aw)\s*:\s*/i;

/** The headers of a mail in the thread of those that left: it answers the last and refers to all. */
export function threadPlace(sent: readonly SentMail[], inThread: boolean): ThreadPlace {
  const ids = sent.map(({ messageId }) => messageId);
  return inThread && ids.length > 0
    ? { inReplyTo: ids.at(-1) ?? null, references: ids }
    : { inReplyTo: null, references: [] };
}

/** The subject of a mail: in a thread that of its first mail, marked as a reply once; else its own, or the first one's where it has none. */
export function threadSubject(own: string, first: string | null, inThread: boolean): string {
  if (!inThread || first === null) return headerText(own);
  return `Re: ${headerText(first).replace(REPLY_MARK, '')}`;
}
