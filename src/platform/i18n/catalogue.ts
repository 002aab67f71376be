import { IntlMessageFormat } from 'intl-messageformat';
import type { Finding } from '../../core/verifier/verdict.js';
import { findings as englishFindings } from './en/findings.js';
import { findings as dutchFindings } from './nl/findings.js';

export const LOCALES = ['en', 'nl'] as const;
export type Locale = (typeof LOCALES)[number];

export type MessageParams = Readonly<Record<string, string | number | boolean | null>>;

const FINDINGS = { en: englishFindings, nl: dutchFindings } as const;

/** A finished sentence from an ICU message. Messages are compiled once each. */
export function formatMessage(message: string, locale: Locale, params: MessageParams): string {
  const key = `${locale} ${message}`;
  const compiled =
    COMPILED.get(key) ?? new IntlMessageFormat(message, locale, undefined, { ignoreTag: true });
  COMPILED.set(key, compiled);
  return String(compiled.format(texts(message, params)));
}

/** What a finding says, in words. */
export function findingSentence(finding: Pick<Finding, 'code' | 'params'>, locale: Locale): string {
  return formatMessage(FINDINGS[locale][finding.code], locale, finding.params);
}

const COMPILED = new Map<string, IntlMessageFormat>();
const ARGUMENT = /\{\s*(\w+)\s*[,}]/g;

/** Parameters as text: `select` compares text; one the caller does not know is "null", never an error. */
function texts(message: string, params: MessageParams): Record<string, string | number> {
  const named = [...message.matchAll(ARGUMENT)].map(([, name]) => [name as string, 'null'] as const);
  const given = Object.entries(params).map(
    ([name, value]) => [name, typeof value === 'number' ? value : String(value)] as const,
  );
  return Object.fromEntries([...named, ...given]);
}
