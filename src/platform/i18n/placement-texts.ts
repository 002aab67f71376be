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

/** What an event on a placement's timeline says, in words. Lists of fields and terms are named. */
export function placementEventSentence(
  kind: string,
  params: Readonly<Record<string, unknown>>,
  locale: Locale,
): string {
  const { events, fieldNames } = TEXTS[locale];
  const message = Object.hasOwn(events, kind)
    ? (events[kind as keyof typeof events] ?? events.other)
    : events.other;
  const said: Record<string, string | number | boolean | null> = {};
  for (const [name, value] of Object.entries(params))
    said[name] = Array.isArray(value) ? named(value, fieldNames, locale) : plain(value);
  return formatMessage(message, locale, said);
}

/** The source of terms that were accepted without a word. */
export function acceptedNote(locale: Locale): string {
  return TEXTS[locale].accepted;
}

/** Fields of the database folded into what people call them: both columns of a term are one term. */
const FIELD_OF: readonly (readonly [RegExp, string])[] = [
  [/^(source|siteId|hostSlot)/, 'source'],
  [/^target/, 'target'],
  [/^labellingAgreed$/, 'labelling'],
  [/^match/, 'match'],
  [/^rel/, 'rel'],
  [/^anchor/, 'anchor'],
  [/^region/, 'region'],
  [/^indexable/, 'indexable'],
  [/^duration/, 'duration'],
  [/^due/, 'due'],
  [/^owner/, 'owner'],
];

function named(values: readonly unknown[], names: Readonly<Record<string, string>>, locale: Locale): string {
  const folded = values.map((value) => {
    const text = String(value);
    const field = FIELD_OF.find(([pattern]) => pattern.test(text))?.[1] ?? text;
    return names[field] ?? field;
  });
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(new Set(folded));
}

function plain(value: unknown): string | number | boolean | null {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
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
