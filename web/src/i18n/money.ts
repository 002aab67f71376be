import { formatTag, type Messages } from './messages.js';

/** How many digits of a currency stand behind the comma (ISO 4217): 2 for euro, 0 for yen. */
function minorDigits(currency: string): number {
  return (
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  );
}

/** An amount in words: 15000 of EUR is "€150", and "€150.50" where there are cents. */
export function priceInWords(minor: number, currency: string, { locale }: Pick<Messages, 'locale'>): string {
  const digits = minorDigits(currency);
  const amount = minor / 10 ** digits;
  return new Intl.NumberFormat(formatTag(locale), {
    style: 'currency',
    currency,
    minimumFractionDigits: Number.isInteger(amount) ? 0 : digits,
  }).format(amount);
}

/**
 * The smallest units of a typed amount: "150", "150,50", "1.250,00", "1,250.00". The last dot or comma parts the cents when at
 * most `digits` figures follow it; null when the text is no amount.
 */
export function minorOf(typed: string, currency: string): number | null {
  const bare = typed.replace(/[\s\u00a0']/gu, '');
  if (!/^\d[\d.,]*$/.test(bare)) return null;
  const digits = minorDigits(currency);
  const parts = /^(.*)[.,](\d*)$/.exec(bare);
  const isCents = parts !== null && (parts[2] ?? '').length <= digits && (parts[2] ?? '') !== '';
  const whole = (isCents ? (parts[1] ?? '') : bare).replace(/[.,]/g, '');
  const cents = isCents ? (parts[2] ?? '').padEnd(digits, '0') : '0'.repeat(digits);
  const minor = Number(`${whole}${cents}`);
  return Number.isSafeInteger(minor) ? minor : null;
}

/** Smallest units as a field holds them: 125050 of EUR is "1250.50", whole amounts are without cents. */
export function amountTyped(minor: number, currency: string): string {
  const digits = minorDigits(currency);
  const amount = minor / 10 ** digits;
  return Number.isInteger(amount) ? String(amount) : amount.toFixed(digits);
}
