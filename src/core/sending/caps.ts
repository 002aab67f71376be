import { dayAfter, localDay, momentOf, weekdayOf } from '../calendar/local-time.js';

/** How much a workspace lets reach one recipient. */
export interface Courtesy {
  /** First cold mails to one site in seven days. */
  readonly siteFirstMailsPerWeek: number;
  /** People of one site who get a first cold mail in seven days. */
  readonly sitePeoplePerWeek: number;
  /** Mails of sequences to one person on one day, over all campaigns. */
  readonly personMailsPerDay: number;
}

/** What holds where a workspace has set nothing. */
export const COURTESY_DEFAULTS: Courtesy = {
  siteFirstMailsPerWeek: 2,
  sitePeoplePerWeek: 1,
  personMailsPerDay: 1,
};

/** A first cold mail to somebody of the site: when it left or was on its way, in milliseconds since 1970, and to whom. */
export interface FirstMail {
  readonly at: number;
  readonly addressKey: string;
}

const WEEK_MS = 7 * 24 * 3600_000;

/** When the site may get a first mail to this person; null: now. Seven days are counted back from the moment, mail by mail. */
export function siteFreeAt(
  mails: readonly FirstMail[],
  addressKey: string,
  now: number,
  courtesy: Courtesy,
): number | null {
  const recent = mails.filter(({ at }) => at > now - WEEK_MS).sort((a, b) => a.at - b.at);
  const moments = [
    freeAt(
      recent.map(({ at }) => at),
      courtesy.siteFirstMailsPerWeek,
      now,
    ),
    freeAt(lastOfOthers(recent, addressKey), courtesy.sitePeoplePerWeek, now),
  ];
  const latest = Math.max(...moments);
  return latest > now ? latest : null;
}

/** When a person may get the next mail of a sequence; null: now. The day is a calendar day of the zone. */
export function personFreeAt(
  mails: readonly number[],
  { now, zone, perDay }: { readonly now: number; readonly zone: string; readonly perDay: number },
): number | null {
  const today = localDay(now, zone);
  const sent = mails.filter((at) => localDay(at, zone) === today).length;
  return sent < perDay ? null : momentOf(dayAfter(today), '00:00', zone);
}

/** The calendar week (Monday to Monday) around a moment in a zone: milliseconds since 1970, the end is not part of it. */
export function weekAround(at: number, zone: string): { readonly from: number; readonly until: number } {
  const today = localDay(at, zone);
  const monday = dayAfter(today, 1 - weekdayOf(today));
  return { from: momentOf(monday, '00:00', zone), until: momentOf(dayAfter(monday, 7), '00:00', zone) };
}

/** Each other person's newest mail, oldest first. */
function lastOfOthers(mails: readonly FirstMail[], addressKey: string): number[] {
  const newest = new Map<string, number>();
  for (const mail of mails) if (mail.addressKey !== addressKey) newest.set(mail.addressKey, mail.at);
  return [...newest.values()].sort((a, b) => a - b);
}

/** When fewer than `limit` of some moments are within the last week; a limit of nothing is asked again in a week. */
function freeAt(moments: readonly number[], limit: number, now: number): number {
  if (moments.length < limit) return now;
  return (limit === 0 ? now : (moments[moments.length - limit] ?? now)) + WEEK_MS;
}
