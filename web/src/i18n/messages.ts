import { IntlMessageFormat } from 'intl-messageformat';
import type { ReactNode } from 'react';
import type { en } from './en.js';

export const LOCALES = ['en', 'nl'] as const;
export type Locale = (typeof LOCALES)[number];

type Catalogues = typeof en;
/** `<feature>.<key>`, for example `clients.add`. */
export type MessageKey = {
  [Feature in keyof Catalogues]: `${Feature}.${keyof Catalogues[Feature] & string}`;
}[keyof Catalogues];

export type MessageCatalogues = { readonly [Feature in keyof Catalogues]: Readonly<Record<string, string>> };
export type MessageValues = Readonly<Record<string, string | number | boolean | Date | null | undefined>>;
export type RichValues = Readonly<
  Record<string, string | number | Date | ReactNode | ((parts: ReactNode[]) => ReactNode)>
>;

/** Reads messages of one language and one time zone; parsed messages are kept. */
export interface Messages {
  readonly locale: Locale;
  readonly timeZone: string;
  /** The sentence of a key. A key nobody wrote comes back as itself, so that a gap is seen and not a crash. */
  text(key: MessageKey, values?: MessageValues): string;
  /** The same with elements inside: `<b>…</b>` in the message calls `values.b`. */
  rich(key: MessageKey, values: RichValues): ReactNode;
  /** Whether a key made at run time (a code of the server) has a sentence. */
  has(key: string): key is MessageKey;
}

/** The IETF tag used for numbers and dates of a locale: Dutch as in the Netherlands, English as in Britain (day before month). */
export function formatTag(locale: Locale): string {
  return locale === 'nl' ? 'nl-NL' : 'en-GB';
}

/** Makes the reader of one language. */
export function messagesOf(catalogues: MessageCatalogues, locale: Locale, timeZone: string): Messages {
  const parsed = new Map<string, IntlMessageFormat>();

  const source = (key: string): string | undefined => {
    const dot = key.indexOf('.');
    const feature = key.slice(0, dot);
    if (!Object.hasOwn(catalogues, feature)) return undefined;
    return catalogues[feature as keyof Catalogues][key.slice(dot + 1)];
  };
  const format = (key: string): IntlMessageFormat | undefined => {
    const known = parsed.get(key);
    if (known) return known;
    const text = source(key);
    if (text === undefined) return undefined;
    const made = new IntlMessageFormat(text, formatTag(locale));
    parsed.set(key, made);
    return made;
  };

  return {
    locale,
    timeZone,
    text: (key, values) => String(format(key)?.format(values) ?? key),
    rich: (key, values) => format(key)?.format<ReactNode>(values as Record<string, ReactNode>) ?? key,
    has: (key): key is MessageKey => source(key) !== undefined,
  };
}
