import type { ProposedPrice } from '../terms-proposals.js';

const CURRENCIES: readonly (readonly [string, RegExp])[] = [
  ['EUR', /^(?:€|eur|euros?)$/i],
  ['USD', /^(?:\$|us\$|usd|dollars?)$/i],
  ['GBP', /^(?:£|gbp|pounds?)$/i],
  ['CHF', /^(?:chf)$/i],
  ['PLN', /^(?:pln|zł)$/i],
  ['CAD', /^(?:cad)$/i],
  ['AUD', /^(?:aud)$/i],
];
const SIGN = '€|us\\$|\\$|£|eur|usd|gbp|chf|pln|cad|aud';
const WORD = '€|\\$|£|euros?|eur|usd|dollars?|gbp|pounds?|chf|pln|zł|cad|aud';
const AMOUNT = '\\d{1,3}(?:[.,\\s]\\d{3})+(?:[.,]\\d{2})?|\\d{1,6}(?:[.,]\\d{2})?';
const BEFORE = new RegExp(`(?<![\\w$€£])(${SIGN})\\s?(${AMOUNT})(?:,-|,=|\\.-)?(?![\\d%])(k\\b)?`, 'i');
const BEHIND = new RegExp(`(?<![\\w.,])(${AMOUNT})(?:,-|,=|\\.-)?(k)?\\s?(${WORD})(?![\\p{L}\\d])`, 'iu');

/** The first price of a sentence with its currency; an amount without a currency is none. Commas and points are read by where they stand. */
export function priceIn(sentence: string): ProposedPrice | null {
  const before = BEFORE.exec(sentence);
  if (before !== null) return priceOf({ sign: before[1], amount: before[2], thousands: before[3] });
  const behind = BEHIND.exec(sentence);
  return behind === null ? null : priceOf({ amount: behind[1], thousands: behind[2], sign: behind[3] });
}

interface Written {
  readonly amount: string | undefined;
  readonly sign: string | undefined;
  /** `k` behind the amount. */
  readonly thousands: string | undefined;
}

function priceOf(written: Written): ProposedPrice | null {
  const currency = CURRENCIES.find(([, names]) => names.test(written.sign ?? ''))?.[0];
  const [, whole = '', cents] = /^(.*?)(?:[.,](\d{2}))?$/.exec(written.amount ?? '') ?? [];
  const units = Number(whole.replace(/[.,\s]/g, '')) * (written.thousands === undefined ? 1 : 1_000);
  if (currency === undefined || !Number.isSafeInteger(units)) return null;
  return { amount: cents === undefined ? String(units) : `${units}.${cents}`, currency };
}
