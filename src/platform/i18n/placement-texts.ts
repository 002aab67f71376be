import type { Sentence } from '../../core/placements/sentence.js';
import { formatMessage, type Locale, type MessageParams } from './catalogue.js';
import { placements as english } from './en/placements.js';
import { placements as dutch } from './nl/placements.js';

const TEXTS = { en: english, nl: dutch } as const;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** How moments are said: in which language, and in whose time zone. */
export interface Telling {
  readonly locale: Locale;
  readonly timeZone: string;
}

/** The sentence about a placement's state, in words. */
export function placementSentence({ code, params }: Sentence, telling: Telling): string {
  const texts = TEXTS[telling.locale];
  const finding = params['finding'] ?? 'none';
  const reason = finding === 'none' ? null : formatMessage(texts.reason, telling.locale, emptyAsNull(params));
  const said: Record<string, string | null> = { reason };
  for (const name of ['since', 'lastSeen', 'dueOn', 'until'])
    said[name] = dayText(params[name] ?? null, telling);
  if (reason === null && code !== 'awaited')
    said['reason'] = formatMessage(texts.reason, telling.locale, { finding });
  return formatMessage(texts.sentences[code], telling.locale, said);
}

/** The source of terms that were accepted without a word. */
export function acceptedNote(locale: Locale): string {
  return TEXTS[locale].accepted;
}

function emptyAsNull(params: Sentence['params']): MessageParams {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, value === '' ? null : value]),
  );
}

function dayText(value: string | number | null, { locale, timeZone }: Telling): string | null {
  if (value === null) return null;
  if (typeof value === 'string' && DAY.test(value)) {
    return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
      new Date(`${value}T12:00:00Z`),
    );
  }
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }).format(new Date(Number(value)));
}
