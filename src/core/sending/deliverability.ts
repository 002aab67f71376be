import { endOfDay } from '../access/day-end.js';
import { localDay } from '../calendar/local-time.js';

/** Below so many mails a share says more about chance than about mail, and is not told (D263: small senders see few figures). */
export const LEAST_FOR_A_SHARE = 20;

/** Days a period has where nobody says one. */
const USUAL_DAYS = 30;

/** Answers and bounces to a mail may take so long; what was sent later is not finished telling. */
export const STILL_COMING_HOURS = 72;

const DAY_MS = 86_400_000;

/** What became of mails that were sent: counts of mails, never of events, so that two bounces of one mail are one. */
export interface MailFigures {
  readonly sent: number;
  readonly bouncedHard: number;
  readonly bouncedSoft: number;
  readonly replies: number;
  readonly autoReplies: number;
  readonly optOuts: number;
  readonly complaints: number;
  /** Mails of which nobody knows whether they left; they are not in `sent`. */
  readonly doubts: number;
}

/** Shares of the mails that were sent, 0 to 1 each; null where they are too few to tell. */
export interface MailShares {
  readonly bounced: number | null;
  readonly replied: number | null;
  readonly optedOut: number | null;
  readonly complained: number | null;
}

/** A count as a share of `n`, 0 to 1; null where `n` is under 20. */
export function shareOf(count: number, n: number): number | null {
  return n < LEAST_FOR_A_SHARE ? null : count / n;
}

/** The shares of what was sent. Automatic replies are in none of them: nobody answered. */
export function sharesOf(figures: MailFigures): MailShares {
  const { sent } = figures;
  return {
    bounced: shareOf(figures.bouncedHard + figures.bouncedSoft, sent),
    replied: shareOf(figures.replies, sent),
    optedOut: shareOf(figures.optOuts, sent),
    complained: shareOf(figures.complaints, sent),
  };
}

/** The sum of several lines. */
export function sumOf(lines: readonly MailFigures[]): MailFigures {
  const sum = (of: keyof MailFigures) => lines.reduce((all, line) => all + line[of], 0);
  return {
    sent: sum('sent'),
    bouncedHard: sum('bouncedHard'),
    bouncedSoft: sum('bouncedSoft'),
    replies: sum('replies'),
    autoReplies: sum('autoReplies'),
    optOuts: sum('optOuts'),
    complaints: sum('complaints'),
    doubts: sum('doubts'),
  };
}

/** A period of whole days in a zone: its days, and the instants it begins at and ends before (milliseconds since 1970). */
export interface MailPeriod {
  readonly from: string;
  readonly to: string;
  readonly begins: number;
  readonly ends: number;
}

/** The period that is asked for: thirty days up to today where nothing is said. Null where it ends before it begins. */
export function periodOf(
  asked: { readonly from?: string | undefined; readonly to?: string | undefined },
  now: number,
  timeZone: string,
): MailPeriod | null {
  const to = asked.to ?? localDay(now, timeZone);
  const from = asked.from ?? dayBefore(to, USUAL_DAYS - 1);
  if (from > to) return null;
  return { from, to, begins: endOfDay(dayBefore(from, 1), timeZone), ends: endOfDay(to, timeZone) };
}

function dayBefore(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * DAY_MS).toISOString().slice(0, 10);
}

/** What the figures do not know. */
export const UNKNOWN_KINDS = [
  'bounces_unmatched',
  'still_coming',
  'doubts',
  'caught',
  'folders_unread',
] as const;
export type UnknownKind = (typeof UNKNOWN_KINDS)[number];

/** What is not known, each with how many mails or folders it is about; what is about none is left out. */
export function notKnown(
  counts: Readonly<Record<UnknownKind, number>>,
): readonly { readonly code: UnknownKind; readonly count: number }[] {
  return UNKNOWN_KINDS.map((code) => ({ code, count: counts[code] })).filter(({ count }) => count > 0);
}
