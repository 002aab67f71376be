import { describe, expect, it } from '@jest/globals';
import { aKind } from '../../../test/builders/campaign-kind.js';
import type { FieldType, OwnField } from './kind.js';
import { fieldsProblem, isFilled } from './pitch-fields.js';

const words = { en: { name: 'Mine' }, nl: { name: 'Mijn' } };
const choices = [
  { key: 'one', words },
  { key: 'two', words },
];
const settings: Partial<Record<FieldType, Partial<OwnField>>> = {
  choice: { choices },
  number: { min: 0, max: 10 },
  proof: { proves: 'pageUrl' },
};
const aField = (type: FieldType): OwnField => ({ key: 'mine', type, words, ...settings[type] });
const ID = '018f0000-0000-7000-8000-000000000001';

describe('fieldsProblem', () => {
  it.each<[FieldType, unknown]>([
    ['text', 'Anything'],
    ['long_text', 'a\n'.repeat(9000)],
    ['url', 'https://news.example/a?b=1'],
    ['url', ''],
    ['date', '2028-02-29'],
    ['number', 10],
    ['money', { minor: 12_050, currency: 'EUR' }],
    ['choice', 'two'],
    ['yes_no', false],
    ['member', ID],
    ['list', ['one', 'two']],
    ['list', []],
    ['number', null],
  ])('keeps %s %j', (type, value) => {
    expect(fieldsProblem(aKind({ fields: [aField(type)] }), { mine: value })).toBeNull();
  });

  it.each<[FieldType, unknown, at: string, code: string]>([
    ['text', 7, '', 'string'],
    ['text', 'x'.repeat(501), '', 'max_length'],
    ['long_text', 'x'.repeat(20_001), '', 'max_length'],
    ['url', 'javascript:alert(1)', '', 'web_address'],
    ['url', 'news.example/a', '', 'web_address'],
    ['date', '2027-02-29', '', 'day'],
    ['date', '29-02-2028', '', 'day'],
    ['number', '7', '', 'number'],
    ['number', Number.NaN, '', 'number'],
    ['number', -1, '', 'min'],
    ['number', 11, '', 'max'],
    ['money', 100, '', 'object'],
    ['money', [], '', 'object'],
    ['url', 7, '', 'string'],
    ['date', '2027-13-01', '', 'day'],
    ['money', { minor: 1.5, currency: 'EUR' }, '.minor', 'int'],
    ['money', { minor: -1, currency: 'EUR' }, '.minor', 'min'],
    ['money', { minor: 1, currency: 'euro' }, '.currency', 'matches'],
    ['money', { minor: 1, currency: 'EUR', vat: 21 }, '.vat', 'unknown_field'],
    ['choice', 'three', '', 'in'],
    ['yes_no', 'yes', '', 'boolean'],
    ['member', 'anna', '', 'uuid'],
    ['list', 'one', '', 'array'],
    ['list', ['one', 2], '[1]', 'string'],
    ['list', Array.from({ length: 51 }, () => 'x'), '', 'array_max_size'],
    ['files', [ID], '', 'unknown_field'],
    ['proof', [], '', 'unknown_field'],
  ])('refuses %s %j', (type, value, at, code) => {
    expect(fieldsProblem(aKind({ fields: [aField(type)] }), { mine: value })).toMatchObject({
      field: 'mine',
      at,
      code,
    });
  });

  it('refuses a field its kind does not have', () => {
    const fault = { field: 'price', at: '', code: 'unknown_field' };
    expect(fieldsProblem(aKind(), { episode: 'Twelve', price: 5 })).toEqual(fault);
    expect(fieldsProblem(aKind(), { __proto__: 5, constructor: 'x' })).toMatchObject({
      field: 'constructor',
    });
  });
});

describe('isFilled', () => {
  it.each<[string, FieldType, unknown, boolean]>([
    ['a word', 'text', 'a', true],
    ['blanks', 'text', '  ', false],
    ['nothing', 'text', undefined, false],
    ['an emptied field', 'date', null, false],
    ['a no is an answer', 'yes_no', false, true],
    ['zero is a number', 'number', 0, true],
    ['an empty list', 'list', [], false],
    ['a list', 'list', ['a'], true],
    ['a proof of nothing', 'proof', [], false],
  ])('%s', (_, type, value, filled) => {
    expect(isFilled(aField(type), { mine: value }, {})).toBe(filled);
  });
});
