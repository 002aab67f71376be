import type { Request } from 'express';
import { LOCALES, type Locale } from '../i18n/catalogue.js';
import { principalOf } from './principal.js';

export { LOCALES, type Locale };

/** The language of the answers to a request: the signed-in person's, else the best of Accept-Language, else English. */
export function languageOf(request: Request): Locale {
  return principalOf(request)?.locale ?? preferredLocale(request.headers['accept-language']);
}

/** The language we speak that an Accept-Language header asks for most (RFC 9110, 12.5.4); English when it names none. */
export function preferredLocale(header: string | undefined): Locale {
  const wishes = (header ?? '').slice(0, 500).split(',').map(wish);
  const best = wishes
    .filter(({ locale, weight }) => locale !== null && weight > 0)
    .sort((a, b) => b.weight - a.weight)[0];
  return best?.locale ?? 'en';
}

function wish(part: string): { locale: Locale | null; weight: number } {
  const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
  const primary = tag.trim().split('-')[0];
  const quality = parameters
    .map((parameter) => /^\s*q=([01](?:\.\d{0,3})?)\s*$/.exec(parameter)?.[1])
    .find(Boolean);
  return { locale: LOCALES.find((locale) => locale === primary) ?? null, weight: Number(quality ?? 1) };
}
