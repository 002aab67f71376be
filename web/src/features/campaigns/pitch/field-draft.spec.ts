import { describe, expect, it } from '@jest/globals';
import { draftOf, readDraft } from './field-draft.js';
import type { KindField } from './pitch-api.js';

type Type = KindField['type'];

describe('readDraft', () => {
  it.each<[Type, string, unknown]>([
    ['text', ' Herons ', 'Herons'],
    ['text', '  ', null],
    ['long_text', 'One\n', 'One\n'],
    ['number', '2.5', 2.5],
    ['yes_no', 'false', false],
    ['list', 'one\n\n two ', ['one', 'two']],
    ['money', '150,50', { minor: 15050, currency: 'EUR' }],
    ['date', '2026-12-01', '2026-12-01'],
  ])('%s takes %j', (type, text, value) => {
    expect(readDraft({ type }, { text, currency: 'EUR' })).toEqual({ ok: true, value });
  });

  it.each<[Type, string, string]>([
    ['number', 'many', 'EUR'],
    ['money', 'a lot', 'EUR'],
    ['money', '12', 'EU'],
  ])('%s refuses %j of %s', (type, text, currency) => {
    expect(readDraft({ type }, { text, currency })).toEqual({ ok: false });
  });
});

describe('draftOf', () => {
  it.each<[Type, unknown, string]>([
    ['money', { minor: 15050, currency: 'EUR' }, '150.50'],
    ['list', ['one', 'two'], 'one\ntwo'],
    ['yes_no', true, 'true'],
    ['text', undefined, ''],
  ])('%s shows %j as %j', (type, value, text) => {
    expect(draftOf({ type }, value).text).toBe(text);
  });
});
