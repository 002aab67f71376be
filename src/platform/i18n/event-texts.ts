import { formatMessage, type Locale } from './catalogue.js';
import { events as english } from './en/events.js';
import { placements as englishNames } from './en/placements.js';
import { events as dutch } from './nl/events.js';
import { placements as dutchNames } from './nl/placements.js';

const EVENTS: Readonly<Record<Locale, Readonly<Record<string, string>>>> = { en: english, nl: dutch };
const NAMES = { en: englishNames.fieldNames, nl: dutchNames.fieldNames } as const;

/** What an event on a timeline says, in words, whatever its kind. Lists of fields and terms are named. */
export function eventSentence(
  kind: string,
  params: Readonly<Record<string, unknown>>,
  locale: Locale,
): string {
  const events = EVENTS[locale];
  const message = (Object.hasOwn(events, kind) ? events[kind] : events['other']) ?? '';
  const said: Record<string, string | number | boolean | null> = {};
  for (const [name, value] of Object.entries(params))
    said[name] = Array.isArray(value) ? named(value, NAMES[locale], locale) : plain(value);
  return formatMessage(message, locale, said);
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
