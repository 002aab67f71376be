import { ERROR_CODES, type ErrorCode } from '../errors/codes.js';
import { formatMessage, type Locale, type MessageParams } from './catalogue.js';
import { fields as englishFields } from './en/fields.js';
import { problems as english, problemTitles as englishTitles } from './en/problems.js';
import { fields as dutchFields } from './nl/fields.js';
import { problems as dutch, problemTitles as dutchTitles } from './nl/problems.js';

const PROBLEMS: Record<Locale, Readonly<Partial<Record<ErrorCode, string>>>> = { en: english, nl: dutch };
const TITLES = { en: englishTitles, nl: dutchTitles } as const;
const FIELDS = { en: englishFields, nl: dutchFields } as const;

/** The heading of a refusal and its sentence: what happened, what to do next. */
export function problemSentences(
  code: ErrorCode,
  params: Readonly<Record<string, unknown>>,
  locale: Locale,
): { title: string; detail: string } {
  const known = Object.entries(params).filter((entry): entry is [string, string | number | boolean] =>
    ['string', 'number', 'boolean'].includes(typeof entry[1]),
  );
  return {
    title: TITLES[locale][ERROR_CODES[code]] ?? code,
    detail: formatMessage(PROBLEMS[locale][code] ?? code, locale, Object.fromEntries(known)),
  };
}

/** What is wrong with a field; null for a check without a sentence in the catalogue. */
export function fieldSentence(code: string, params: MessageParams, locale: Locale): string | null {
  const message = FIELDS[locale][code];
  return message === undefined ? null : formatMessage(message, locale, params);
}
