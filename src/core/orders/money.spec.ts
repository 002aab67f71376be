import { describe, expect, it } from '@jest/globals';
import { convert, currencyExponent, readRate, vatOf } from './money.js';

describe('vatOf', () => {
  it.each<[string, number, number, number]>([
    ['21 % of 100.50 is 21.105, which goes up', 10_050, 2100, 2111],
    ['half a cent goes up', 50, 100, 1],
    ['just less than half goes down', 49, 100, 0],
    ['no rate is no VAT', 123_456, 0, 0],
    ['the whole again at 100 %', 100_000_000_000, 10_000, 100_000_000_000],
    ['a rate with hundredths of a percent', 10_000, 1955, 1955],
  ])('%s', (_, net, rate, vat) => {
    expect(vatOf(net, rate)).toBe(vat);
  });
});

describe('convert', () => {
  it.each<[string, number, string, string, string, number]>([
    ['dollars to euro', 10_000, '0.92', 'USD', 'EUR', 9200],
    ['yen have no hundredths', 15_003, '0.0061237519', 'JPY', 'EUR', 9187],
    ['euro to yen', 9187, '163.2986', 'EUR', 'JPY', 15_002],
    ['dinars have thousandths', 1234, '3', 'KWD', 'USD', 370],
    ['half a unit goes up', 1, '0.5', 'USD', 'EUR', 1],
    ['ten decimals count', 100_000_000_000, '1.0000000001', 'USD', 'EUR', 100_000_000_010],
  ])('%s', (...[, amount, rate, from, to, expected]) => {
    expect(convert(amount, rate, from, to)).toBe(expected);
  });
});

describe('readRate', () => {
  it.each<[string, string, string | null]>([
    ['noughts at the end say nothing', '1.0825000000', '1.0825'],
    ['noughts in front say nothing', '007', '7'],
    ['a whole rate has no point', '2.000', '2'],
    ['nought is no rate', '0.0000000000', null],
    ['eleven decimals are no rate', '1.12345678901', null],
    ['a negative number is no rate', '-1', null],
    ['words are no rate', 'two', null],
  ])('%s', (_, text, rate) => {
    expect(readRate(text)).toBe(rate);
  });
});

it.each<[string, string, number]>([
  ['euro have hundredths', 'EUR', 2],
  ['yen have none', 'JPY', 0],
  ['Kuwaiti dinars have thousandths', 'KWD', 3],
  ['units of account of Chile have four', 'CLF', 4],
])('%s', (_, currency, digits) => {
  expect(currencyExponent(currency)).toBe(digits);
});
