import { describe, expect, it } from '@jest/globals';
import { aKind } from '../../../test/builders/campaign-kind.js';
import type { TemplateLocale, TemplateValue } from '../templates/values.js';
import { fieldValues } from './field-values.js';
import type { OwnField } from './kind.js';
import type { DeadSight } from './proof.js';

const words = { en: { name: 'Mine' }, nl: { name: 'Mijn' } };
const DEAD = 'https://there.example/gone';

const sights = (changes: Partial<DeadSight> = {}): DeadSight[] =>
  ['2026-11-18', '2026-11-19', '2026-11-20'].map((on) => ({
    url: DEAD,
    on,
    status: 404,
    finding: null,
    ...changes,
  }));

function mailed(
  type: OwnField['type'],
  value: unknown,
  locale: TemplateLocale = 'en',
): TemplateValue | undefined {
  const choices = [{ key: 'talk', words: { en: { name: 'Talk' }, nl: { name: 'Gesprek' } } }];
  const field: OwnField = { key: 'mine', type, words, choices, proves: 'pageUrl' };
  const kind = aKind({ fields: [field] });
  return fieldValues(kind, { mine: value, pageUrl: DEAD }, locale).get('field.mine');
}

describe('fieldValues', () => {
  it.each<[OwnField['type'], unknown, TemplateValue | undefined]>([
    ['text', 'Twelve', 'Twelve'],
    ['number', 12, '12'],
    ['yes_no', true, true],
    ['list', ['one', 2, 'two'], ['one', 'two']],
    ['choice', 'talk', 'Talk'],
    ['choice', 'gone', undefined],
    ['date', '2026-11-20', { kind: 'date', on: '2026-11-20' }],
    ['money', { minor: 250, currency: 'EUR' }, { kind: 'money', minor: 250, currency: 'EUR' }],
    ['money', 'much', undefined],
    ['member', 'anna', undefined],
    ['files', ['a'], undefined],
    ['text', null, undefined],
    ['text', undefined, undefined],
  ])('takes %s %j as %j', (type, value, taken) => {
    expect(mailed(type, value)).toEqual(taken);
  });

  it('says a choice in the language of the mail', () => {
    expect(mailed('choice', 'talk', 'nl')).toBe('Gesprek');
  });

  it.each<[string, unknown, TemplateLocale, string | undefined]>([
    [
      'what was found on the first and the last day',
      sights(),
      'en',
      '404, not found, on 18 November 2026 and 20 November 2026',
    ],
    ['the same in Dutch', sights(), 'nl', '404, niet gevonden, op 18 november 2026 en op 20 november 2026'],
    [
      'that the server is gone',
      sights({ status: null, finding: 'dns' }),
      'en',
      'no such server, on 18 November 2026 and 20 November 2026',
    ],
    [
      'what a page that answers 200 says',
      sights({ status: 200, finding: 'soft_404' }),
      'en',
      'only an error text, on 18 November 2026 and 20 November 2026',
    ],
    ['nothing while it is not proven', sights().slice(0, 1), 'en', undefined],
    ['nothing of another page', sights({ url: 'https://there.example/other' }), 'en', undefined],
  ])('says of a proof %s', (_, value, locale, said) => {
    expect(mailed('proof', value, locale)).toBe(said);
  });

  it('knows the page by names of its own', () => {
    const fields = {
      pageUrl: 'https://there.example/a',
      pageTitle: 'A',
      observation: 'Good.',
      stranger: 'x',
    };
    expect([...fieldValues(aKind(), fields, 'en')]).toEqual([
      ['page.url', 'https://there.example/a'],
      ['page.title', 'A'],
      ['page.observation', 'Good.'],
    ]);
  });
});
