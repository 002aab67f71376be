import { describe, expect, it } from '@jest/globals';
import { countryCode, languageCode } from './places.js';
import { readMoment } from './read-moment.js';
import { type DecimalMark, readNumber } from './read-number.js';
import { readPrice } from './read-price.js';
import { readYesNo } from './read-yes-no.js';
import { decideDialect, openQuestions } from './value-dialect.js';

const OPEN = { dateOrder: 'unknown', hasSerials: false } as const;

describe('readMoment', () => {
  it.each<[string, string, string]>([
    ['ISO', '2026-09-15', '2026-09-15T00:00:00.000Z'],
    ['ISO with slashes', '2026/9/5', '2026-09-05T00:00:00.000Z'],
    ['Ahrefs', '2026-09-15 23:05:06', '2026-09-15T23:05:06.000Z'],
    ['with fractions of a second', '2026-09-15T10:11:12.345Z', '2026-09-15T10:11:12.000Z'],
    ['American words', 'Sep 15, 2026', '2026-09-15T00:00:00.000Z'],
    ['American words in full', 'September 15th, 2026', '2026-09-15T00:00:00.000Z'],
    ['British words', '15 September 2026', '2026-09-15T00:00:00.000Z'],
    ['dashes and a short month', '15-Sep-2026', '2026-09-15T00:00:00.000Z'],
    ['Dutch', '15 mrt 2026', '2026-03-15T00:00:00.000Z'],
    ['Dutch in full', '5 augustus 2026', '2026-08-05T00:00:00.000Z'],
    ['German', '15. März 2026', '2026-03-15T00:00:00.000Z'],
    ['German short', '1. Dez. 2026', '2026-12-01T00:00:00.000Z'],
    ['French', '1er août 2026', '2026-08-01T00:00:00.000Z'],
    ['French short', '3 févr. 2026', '2026-02-03T00:00:00.000Z'],
    ['Spanish', '15 de septiembre de 2026', '2026-09-15T00:00:00.000Z'],
    ['Chinese', '2026年9月15日', '2026-09-15T00:00:00.000Z'],
    ['a day beyond 12 comes first', '28/09/2026', '2026-09-28T00:00:00.000Z'],
    ['a day beyond 12 comes second', '09/28/2026', '2026-09-28T00:00:00.000Z'],
    ['twice the same number', '9/9/2026', '2026-09-09T00:00:00.000Z'],
    ['two digits of a year', '28.09.26', '2026-09-28T00:00:00.000Z'],
    ['dashes, as in Europe', '3-4-2026', '2026-04-03T00:00:00.000Z'],
    ['half a day', '28/09/2026 1:05 PM', '2026-09-28T13:05:00.000Z'],
    ['midnight', '28/09/2026 12:00 AM', '2026-09-28T00:00:00.000Z'],
    ['a leap day', '29.2.2024', '2024-02-29T00:00:00.000Z'],
  ])('%s', (_, text, at) => {
    expect(readMoment(text, OPEN)).toEqual({ ok: true, day: at.slice(0, 10), at });
  });

  it('a zone moves the moment, and the day stays the one that is written', () => {
    expect(readMoment('2026-09-15T00:30:00+02:00', OPEN)).toEqual({
      ok: true,
      day: '2026-09-15',
      at: '2026-09-14T22:30:00.000Z',
    });
  });

  it.each<[string, string, 'unreadable' | 'ambiguous']>([
    ['slashes that could be either', '3/4/2026', 'ambiguous'],
    ['no day of the year', '2026-02-29', 'unreadable'],
    ['no month', '2026-13-01', 'unreadable'],
    ['no hour', '2026-01-01 25:00', 'unreadable'],
    ['words', 'next week', 'unreadable'],
    ['a month alone', 'Sep 2026', 'unreadable'],
    ['a bare number in a text', '46280', 'unreadable'],
    ['a year before links', '1066-10-14', 'unreadable'],
    ['something after the day', '2026-09-15 (approx)', 'unreadable'],
  ])('%s', (_, text, why) => {
    expect(readMoment(text, OPEN)).toEqual({ ok: false, why });
  });

  it.each([
    ['day_first', '2026-04-03'],
    ['month_first', '2026-03-04'],
  ] as const)('a file that is %s settles what could be either', (dateOrder, day) => {
    expect(readMoment('3/4/2026', { ...OPEN, dateOrder })).toMatchObject({ ok: true, day });
  });

  it('a number of a workbook is a day', () => {
    expect(readMoment('46280.25', { ...OPEN, hasSerials: true })).toEqual({
      ok: true,
      day: '2026-09-15',
      at: '2026-09-15T06:00:00.000Z',
    });
  });
});

describe('readNumber', () => {
  it.each<[string, string, DecimalMark | 'count', number]>([
    ['plain', '1240', 'unknown', 1240],
    ['a decimal comma', '33,5', 'unknown', 33.5],
    ['a decimal point', '33.50', 'unknown', 33.5],
    ['both marks, American', '1,240.5', 'unknown', 1240.5],
    ['both marks, European', '1.240,5', 'unknown', 1240.5],
    ['thousands twice', '1.240.000', 'unknown', 1_240_000],
    ['a space', '1 240', 'unknown', 1240],
    ['a space that does not break', '1\u00a0240', 'unknown', 1240],
    ['a narrow one', '1\u202f240,5', 'unknown', 1240.5],
    ['Swiss', "1'240.5", 'unknown', 1240.5],
    ['a count in thousands', '1.240', 'count', 1240],
    ['a count in thousands, American', '1,240', 'count', 1240],
    ['a mark before three digits, by the file', '1.240', 'point', 1.24],
    ['a mark before three digits, the other way', '1.240', 'comma', 1240],
    ['no thousands begin with a zero', '0,125', 'unknown', 0.125],
    ['short for thousands', '1.2K', 'count', 1200],
    ['a share', '45%', 'unknown', 45],
    ['below zero', '-3', 'unknown', -3],
  ])('%s', (_, text, kind, value) => {
    const how =
      kind === 'count' ? { decimal: 'comma' as const, isCount: true } : { decimal: kind, isCount: false };
    expect(readNumber(text, how)).toEqual({ ok: true, value });
  });

  it.each<[string, string, string]>([
    ['could be either', '1.240', 'ambiguous'],
    ['words', 'many', 'unreadable'],
    ['two numbers', '3-4', 'unreadable'],
    ['thousands of the wrong length', '1.24.000', 'unreadable'],
    ['marks that make no sense', '1,2.3,4', 'unreadable'],
    ['an exponent', '1e5', 'unreadable'],
  ])('%s', (_, text, why) => {
    expect(readNumber(text, { decimal: 'unknown', isCount: false })).toEqual({ ok: false, why });
  });
});

describe('decideDialect', () => {
  const mapping = { first_seen: 0, 'metric.ahrefs.domain_rating': 1 } as const;
  const decide = (rows: string[][], isWorkbook = false) => {
    const dialect = decideDialect(mapping, rows, { isWorkbook });
    return [dialect.dateOrder, dialect.decimal, ...openQuestions(mapping, rows, dialect)];
  };

  it.each<[string, string[][], readonly string[]]>([
    [
      'one cell tells for all',
      [
        ['3/4/2026', '1,240'],
        ['28/4/2026', '33,5'],
      ],
      ['day_first', 'comma'],
    ],
    [
      'American',
      [
        ['3/4/2026', '1,240.5'],
        ['4/28/2026', ''],
      ],
      ['month_first', 'point'],
    ],
    ['nothing tells: it is asked', [['3/4/2026', '1,240']], ['unknown', 'unknown', 'date_order', 'decimal']],
    ['nothing is open: nothing is asked', [['2026-04-03', '33']], ['unknown', 'unknown']],
    [
      'cells that contradict each other',
      [
        ['28/4/2026', '1'],
        ['4/28/2026', '2'],
        ['3/4/2026', '3'],
      ],
      ['unknown', 'unknown', 'date_order'],
    ],
  ])('%s', (_, rows, expected) => {
    expect(decide(rows)).toEqual(expected);
  });

  it('numbers of a workbook have a point', () => {
    expect(decide([['2026-04-03', '1.125']], true)).toEqual(['unknown', 'point']);
  });
});

describe('readPrice', () => {
  it.each<[string, string | null, unknown]>([
    ['€ 1.250,00', null, { priceMinor: 125_000, currency: 'EUR' }],
    ['$150', null, { priceMinor: 15_000, currency: 'USD' }],
    ['150 usd', 'EUR', { priceMinor: 15_000, currency: 'USD' }],
    ['99.95', 'GBP', { priceMinor: 9995, currency: 'GBP' }],
    ['€ 100,-', null, { priceMinor: 10_000, currency: 'EUR' }],
    ['¥ 5000', null, { priceMinor: 5000, currency: 'JPY' }],
  ])('%s', (text, currency, price) => {
    expect(readPrice(text, { decimal: 'unknown', currency })).toEqual({ ok: true, price });
  });

  it.each([
    ['150', 'no_currency'],
    ['ask', 'unreadable'],
    ['150 abc', 'unreadable'],
  ])('%s: %s', (text, why) => {
    expect(readPrice(text, { decimal: 'unknown', currency: null })).toEqual({ ok: false, why });
  });
});

describe('words of many languages', () => {
  it.each([
    ['Yes', true],
    ['ja', true],
    ['TRUE', true],
    ['✓', true],
    ['nee', false],
    ['0', false],
    ['maybe', null],
  ])('%s', (text, said) => {
    expect(readYesNo(text)).toBe(said);
  });

  it.each([
    [languageCode, 'en', 'en'],
    [languageCode, 'nl-NL', 'nl'],
    [languageCode, 'Niederländisch', 'nl'],
    [languageCode, 'Klingonish', null],
    [countryCode, 'UK', 'GB'],
    [countryCode, 'Nederland', 'NL'],
    [countryCode, 'be', 'BE'],
    [countryCode, 'nowhere', null],
  ])('%p of %s', (read, text, code) => {
    expect(read(text)).toBe(code);
  });
});
