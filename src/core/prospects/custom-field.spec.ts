import { describe, expect, it } from '@jest/globals';
import {
  type CustomFault,
  type CustomType,
  type CustomValue,
  fieldKeyOf,
  type KeptValue,
  readCustomValue,
  shownCustomValue,
} from './custom-field.js';

const CHOICES = ['Gold', 'Silver'];
const NONE: KeptValue = { text: null, number: null, date: null };

describe('readCustomValue', () => {
  it.each<[string, CustomType, CustomValue, Partial<KeptValue>]>([
    ['text is trimmed', 'text', '  herons ', { text: 'herons' }],
    ['NUL is dropped', 'text', 'a\u0000b', { text: 'ab' }],
    ['a number', 'number', -12.5, { number: -12.5 }],
    ['a number of a file', 'number', ' 12.5 ', { number: 12.5 }],
    ['a day', 'date', '2024-02-29', { date: '2024-02-29' }],
    ['yes', 'yes_no', true, { number: 1 }],
    ['yes in Dutch', 'yes_no', 'Ja', { number: 1 }],
    ['no', 'yes_no', 'no', { number: 0 }],
    ['a choice whatever its case', 'choice', 'gold', { text: 'Gold' }],
    ['an address', 'url', 'https://news.example/rates', { text: 'https://news.example/rates' }],
  ])('%s', (_, type, value, kept) => {
    expect(readCustomValue({ type, choices: CHOICES }, value)).toEqual({
      ok: true,
      kept: { ...NONE, ...kept },
    });
  });

  it.each<[string, CustomType, CustomValue, CustomFault]>([
    ['a number is no text', 'text', 3, 'string'],
    ['text too long', 'text', 'x'.repeat(2001), 'max_length'],
    ['a word is no number', 'number', 'many', 'number'],
    ['no number at all', 'number', Number.NaN, 'number'],
    ['a thousands mark is not guessed', 'number', '1,200', 'number'],
    ['a day that is not there', 'date', '2025-02-29', 'day'],
    ['a day in another order', 'date', '29-02-2024', 'day'],
    ['maybe is neither yes nor no', 'yes_no', 'maybe', 'boolean'],
    ['a choice that is not offered', 'choice', 'Bronze', 'in'],
    ['a script is no address', 'url', 'javascript:alert(1)', 'web_address'],
    ['a word is no address', 'url', 'rates', 'web_address'],
  ])('%s', (_, type, value, code) => {
    expect(readCustomValue({ type, choices: CHOICES }, value)).toEqual({ ok: false, code });
  });
});

describe('shownCustomValue', () => {
  it.each<[CustomType, Partial<KeptValue>, CustomValue | null]>([
    ['text', { text: 'herons' }, 'herons'],
    ['number', { number: 3 }, 3],
    ['yes_no', { number: 1 }, true],
    ['yes_no', { number: 0 }, false],
    ['yes_no', {}, null],
    ['date', { date: '2026-11-20' }, '2026-11-20'],
  ])('%s %j is %s', (type, kept, shown) => {
    expect(shownCustomValue(type, { ...NONE, ...kept })).toBe(shown);
  });
});

describe('fieldKeyOf', () => {
  it.each<[string, string | null]>([
    ['Tier', 'tier'],
    ['Prijs per wóórd (€)', 'prijs_per_woord'],
    ['2nd opinion', 'nd_opinion'],
    ['名前', null],
    ['x'.repeat(60), 'x'.repeat(40)],
  ])('%s', (name, key) => {
    expect(fieldKeyOf(name)).toBe(key);
  });
});
