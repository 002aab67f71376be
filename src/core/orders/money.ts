/** Exact reckoning with money: whole minor units, VAT in hundredths of a percent, rates with ten decimals. Halves go up. */

/** Currencies whose smallest unit is not a hundredth: digits behind the point (ISO 4217, list one). */
const EXPONENTS: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map((code) => [code, 0]),
  ),
  ...Object.fromEntries('BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3])),
  CLF: 4,
  UYW: 4,
};

const USUAL_EXPONENT = 2;
const RATE_DECIMALS = 10;
const RATE_FORM = /^(\d{1,10})(?:\.(\d{1,10}))?$/;

/** VAT rates count hundredths of a percent: 2100 is 21 %. */
const VAT_WHOLE = 10_000n;

/** Digits behind the point of a currency (ISO 4217): 2 of EUR, 0 of JPY, 3 of KWD. */
export function currencyExponent(currency: string): number {
  return EXPONENTS[currency] ?? USUAL_EXPONENT;
}

/** The VAT on a net amount in minor units; half a unit goes up. */
export function vatOf(netMinor: number, rate: number): number {
  return Number(dividedHalfUp(BigInt(netMinor) * BigInt(rate), VAT_WHOLE));
}

/** A rate of exchange as it is written, such as "1.0825", without needless noughts; null for no rate, and for nought. */
export function readRate(text: string): string | null {
  const parts = RATE_FORM.exec(text);
  if (parts === null) return null;
  const whole = (parts[1] ?? '').replace(/^0+(?=\d)/, '');
  const decimals = (parts[2] ?? '').replace(/0+$/, '');
  if (whole === '0' && decimals === '') return null;
  return decimals === '' ? whole : `${whole}.${decimals}`;
}

/** What one amount is in another currency: `rate` (a text `readRate` gave) is what one unit of `from` is worth in `to`. */
export function convert(amountMinor: number, rate: string, from: string, to: string): number {
  const [whole = '0', decimals = ''] = rate.split('.');
  const scaled = BigInt(`${whole}${decimals.padEnd(RATE_DECIMALS, '0')}`);
  const shift = RATE_DECIMALS + currencyExponent(from) - currencyExponent(to);
  return Number(dividedHalfUp(BigInt(amountMinor) * scaled, 10n ** BigInt(shift)));
}

/** A quotient of whole numbers that are not negative, rounded to the nearest; half goes up. */
function dividedHalfUp(dividend: bigint, divisor: bigint): bigint {
  return (dividend * 2n + divisor) / (divisor * 2n);
}
