import { formatMessage, type Locale } from './catalogue.js';
import { templateFindings as english } from './en/template-findings.js';
import { templateFindings as dutch } from './nl/template-findings.js';

const FINDINGS = { en: english, nl: dutch } as const;

/** A finding about a template as a sentence; where a known name is near, it is named. */
export function templateSentence(
  code: string,
  params: Readonly<Record<string, string>>,
  locale: Locale,
): string {
  const texts = FINDINGS[locale];
  const sentence = formatMessage(texts[code] ?? code, locale, params);
  const nearest = params['nearest'] ?? '';
  return nearest === ''
    ? sentence
    : `${sentence} ${formatMessage(texts['meant'] ?? '', locale, { nearest })}`;
}
