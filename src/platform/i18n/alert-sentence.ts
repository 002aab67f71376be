import { formatMessage, type Locale, type MessageParams } from './catalogue.js';
import { alerts as english } from './en/alerts.js';
import { alerts as dutch } from './nl/alerts.js';

const ALERTS = { en: english, nl: dutch } as const;

/** A sentence of the bell or the digest, in words. */
export function alertSentence(locale: Locale, key: keyof typeof english, params: MessageParams): string {
  return formatMessage(ALERTS[locale][key], locale, params);
}
