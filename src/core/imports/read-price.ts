import { type DecimalMark, readNumber } from './read-number.js';
import type { PriceRecord } from './record.js';

const SIGNS: Readonly<Record<string, string>> = { '€': 'EUR', $: 'USD', '£': 'GBP', '¥': 'JPY', zł: 'PLN' };
const PARTS = /^(\p{Sc}|[a-z]{3}|zł)?\s*([\d][\d.,\s'’]*)\s*(\p{Sc}|[a-z]{3}|zł)?(?:\s*,?-)?$/iu;
const LONGEST = 40;

/** A price, or why it cannot be told: `no_currency` where neither the cell nor the file names one. */
export type PriceReading =
  | { readonly ok: true; readonly price: PriceRecord }
  | { readonly ok: false; readonly why: 'unreadable' | 'ambiguous' | 'no_currency' };

/** Reads a price such as `€ 200`, `150 USD` or `1.250,00`, in the currency of the cell, else the one given. */
export function readPrice(
  text: string,
  { decimal, currency }: { readonly decimal: DecimalMark; readonly currency: string | null },
): PriceReading {
  const parts = text.length > LONGEST ? null : PARTS.exec(text.trim());
  if (parts === null) return { ok: false, why: 'unreadable' };
  const named = currencyOf(parts[1] ?? parts[3]);
  if (named === undefined) return { ok: false, why: 'unreadable' };
  const code = named ?? currency;
  if (code === null) return { ok: false, why: 'no_currency' };
  // A link costs thousands sooner than thousandths.
  const number = readNumber((parts[2] ?? '').trim(), { decimal, isCount: true });
  if (!number.ok) return number;
  const priceMinor = Math.round(number.value * 10 ** minorDigits(code));
  return Number.isSafeInteger(priceMinor)
    ? { ok: true, price: { priceMinor, currency: code } }
    : { ok: false, why: 'unreadable' };
}

const NAMES: Readonly<Record<string, string>> = {
  euro: 'EUR',
  euros: 'EUR',
  dollar: 'USD',
  dollars: 'USD',
  pound: 'GBP',
  pounds: 'GBP',
};

/** Reads the cell of a column of currencies: a code, a sign or a name; null for none of them. */
export function readCurrency(text: string): string | null {
  const word = text.trim().toLowerCase();
  return Object.hasOwn(NAMES, word) ? (NAMES[word] ?? null) : (currencyOf(word) ?? null);
}

/** Codes that are words of headers only as currencies: `ALL prices` is not in Albanian lek. */
const IN_HEADERS: ReadonlySet<string> = new Set('EUR USD GBP CHF SEK NOK DKK PLN CZK AUD CAD'.split(' '));

/** The currency a header names, as in `Price (EUR)` or `Prijs €`; null where it names none. */
export function readHeaderCurrency(header: string): string | null {
  if (header.length > 200) return null;
  for (const word of header.split(/[^\p{L}\p{Sc}]+/u)) {
    const code = readCurrency(word);
    if (code !== null && (IN_HEADERS.has(code) || word.length === 1)) return code;
  }
  return null;
}

/** The code of a currency; null where none is written, undefined for one there is not. */
function currencyOf(written: string | undefined): string | null | undefined {
  if (written === undefined) return null;
  if (Object.hasOwn(SIGNS, written.toLowerCase())) return SIGNS[written.toLowerCase()];
  const code = written.toUpperCase();
  return CURRENCIES.has(code) ? code : undefined;
}

const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

function minorDigits(code: string): number {
  return (
    new Intl.NumberFormat('en', { style: 'currency', currency: code }).resolvedOptions()
      .maximumFractionDigits ?? 2
  );
}
