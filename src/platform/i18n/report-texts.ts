import type { Figure } from '../../core/reports/authority.js';
import type { ReportLink } from '../../core/reports/content.js';
import { formatMessage, type Locale, type MessageParams } from './catalogue.js';
import { reports as english } from './en/reports.js';
import { reports as dutch } from './nl/reports.js';

/** What a report can say. */
export type ReportWord = keyof typeof english;

const WORDS = { en: english, nl: dutch } as const;
/** Days are written as people of the language write them, day before month. */
const TAGS = { en: 'en-GB', nl: 'nl-NL' } as const;

/** Words of reports in one language, with days in one time zone. */
export class ReportTexts {
  private readonly days: Intl.DateTimeFormat;
  private readonly plainDays: Intl.DateTimeFormat;
  private readonly months: Intl.DateTimeFormat;
  private readonly numbers: Intl.NumberFormat;

  constructor(
    readonly locale: Locale,
    timeZone: string,
  ) {
    const day = { day: 'numeric', month: 'long', year: 'numeric' } as const;
    this.days = new Intl.DateTimeFormat(TAGS[locale], { ...day, timeZone });
    this.plainDays = new Intl.DateTimeFormat(TAGS[locale], { ...day, timeZone: 'UTC' });
    this.months = new Intl.DateTimeFormat(TAGS[locale], { month: 'long', year: 'numeric', timeZone: 'UTC' });
    this.numbers = new Intl.NumberFormat(TAGS[locale], { maximumFractionDigits: 1 });
  }

  say(word: ReportWord, params: MessageParams = {}): string {
    return formatMessage(WORDS[this.locale][word], this.locale, params);
  }

  /** A moment (ISO text) as the day it fell on; null stays null. */
  day(moment: string | null): string | null {
    return moment === null ? null : this.days.format(new Date(moment));
  }

  /** A day of the calendar (YYYY-MM-DD) in words; null stays null. */
  calendarDay(day: string | null): string | null {
    return day === null ? null : this.plainDays.format(new Date(`${day}T00:00:00Z`));
  }

  /** The month of a day (YYYY-MM-DD), such as "October 2026". */
  month(day: string): string {
    return this.months.format(new Date(`${day}T00:00:00Z`));
  }

  /** What is said about a link's state now. */
  standing(link: Pick<ReportLink, 'standing' | 'since' | 'checkedAt' | 'lastSeenAt' | 'dueOn'>): string {
    return this.say(`standing.${link.standing}`, {
      since: this.day(link.since),
      checked: this.day(link.checkedAt),
      seen: this.day(link.lastSeenAt),
      due: this.calendarDay(link.dueOn),
    });
  }

  /** Rel as it stands on the link; a link without one is followed. */
  rel(rel: string | null): string {
    if (rel === null) return this.say('rel.unknown');
    return rel === '' ? this.say('rel.none') : rel;
  }

  /** A figure with who measured it, such as "Ahrefs domain rating 54". */
  authority(figure: Figure | null): string {
    if (figure === null) return this.say('authority.none');
    const word = `authority.${figure.source}.${figure.metric}`;
    if (!isWord(word)) return `${figure.source} ${figure.metric} ${this.numbers.format(figure.value)}`;
    const top = this.numbers.format(Math.max(100 - figure.value, 0.1));
    return this.say(word, { value: this.numbers.format(figure.value), top });
  }
}

function isWord(text: string): text is ReportWord {
  return Object.hasOwn(english, text);
}
