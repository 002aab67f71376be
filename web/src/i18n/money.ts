import { formatTag, type Messages } from './messages.js';

/** Currencies whose smallest unit is not a hundredth (ISO 4217); the browser's own table says otherwise of some. */
const EXPONENTS: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map((code) => [code, 0]),
  ),
  ...Object.fromEntries('BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3])),
  CLF: 4,
  UYW: 4,
};

/** How many digits of a currency stand behind the comma (ISO 4217): 2 for euro, 0 for yen. */
function minorDigits(currency: string): number {
  return EXPONENTS[currency] ?? 2;
}

/** An amount in words: 15000 of EUR is "€150", and "€150.50" where there are cents. */
export function priceInWords(minor: number, currency: string, { locale }: Pick<Messages, 'locale'>): string {
  const digits = minorDigits(currency);
  const amount = minor / 10 ** digits;
  return new Intl.NumberFormat(formatTag(locale), {
    style: 'currency',
    currency,
    minimumFractionDigits: Number.isInteger(amount) ? 0 : digits,
    maximumFractionDigits: digits,
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
