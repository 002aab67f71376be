import type { MatchRule } from '../../core/inbox/inbox.js';
import type { Locale } from '../../platform/i18n/catalogue.js';
import { mailRules as englishRules } from '../../platform/i18n/en/mail-rules.js';
import { matchRules as englishMatches } from '../../platform/i18n/en/match-rules.js';
import { mailRules as dutchRules } from '../../platform/i18n/nl/mail-rules.js';
import { matchRules as dutchMatches } from '../../platform/i18n/nl/match-rules.js';

const RULES: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  en: englishRules,
  nl: dutchRules,
};
const MATCHES = { en: englishMatches, nl: dutchMatches } as const;

/** By which rule a mail was taken for what it is, in words; a rule nobody has words for is named. */
export function ruleSentence(rule: string, locale: Locale): string {
  return RULES[locale][rule] ?? rule.replaceAll('_', ' ');
}

/** By what a mail was brought to its conversation, in words. */
export function matchSentence(rule: MatchRule, locale: Locale): string {
  return MATCHES[locale][rule];
}
