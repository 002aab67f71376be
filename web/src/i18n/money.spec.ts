import { expect, it } from '@jest/globals';
import { amountTyped, minorOf, priceInWords } from './money.js';

it.each([
  ['150', 'EUR', 15_000],
  ['150,50', 'EUR', 15_050],
  ['150.5', 'EUR', 15_050],
  ['1.250,00', 'EUR', 125_000],
  ['1,250.00', 'EUR', 125_000],
  ['1.250', 'EUR', 125_000],
  ['1 250', 'EUR', 125_000],
  ['1500', 'JPY', 1_500],
  ['1,500', 'JPY', 1_500],
  ['', 'EUR', null],
  ['free', 'EUR', null],
  ['-5', 'EUR', null],
  ['99999999999999999999', 'EUR', null],
])('%s of %s in the smallest units', (typed, currency, minor) => {
  expect(minorOf(typed, currency)).toBe(minor);
});

it.each([
  [15_000, 'EUR', 'en', '€150'],
  [15_050, 'EUR', 'en', '€150.50'],
  [15_050, 'EUR', 'nl', '€ 150,50'],
  [1_500, 'JPY', 'en', 'JP¥1,500'],
] as const)('%d of %s in %s', (minor, currency, locale, words) => {
  expect(priceInWords(minor, currency, { locale }).replace(/\u00a0/g, ' ')).toBe(words);
});

it.each([
  [125_050, 'EUR', '1250.50'],
  [125_000, 'EUR', '1250'],
  [1_500, 'JPY', '1500'],
  [0, 'EUR', '0'],
])('%i of %s is typed as %s, and read back as the same', (minor, currency, typed) => {
  expect(amountTyped(minor, currency)).toBe(typed);
  expect(minorOf(typed, currency)).toBe(minor);
});
