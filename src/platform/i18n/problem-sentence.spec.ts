import { describe, expect, it } from '@jest/globals';
import { ERROR_CODES, type ErrorCode } from '../errors/codes.js';
import { LOCALES } from './catalogue.js';
import { fields as english } from './en/fields.js';
import { fields as dutch } from './nl/fields.js';
import { fieldSentence, problemSentences } from './problem-sentence.js';

const CODES = Object.keys(ERROR_CODES) as ErrorCode[];

describe.each(LOCALES)('the sentences of refusals in %s', (locale) => {
  it.each(CODES)('%s has a heading and says what happened', (code) => {
    const { title, detail } = problemSentences(code, { retryAfterS: 60 }, locale);
    expect(title).not.toBe(code);
    expect(detail).toMatch(/^[A-Z][^{}]+\.$/);
  });
});

it('says how long to wait', () => {
  const said = (retryAfterS: number) =>
    problemSentences('access.too_many_tries', { retryAfterS }, 'nl').detail;
  expect(said(1)).toContain('1 seconde ');
  expect(said(60)).toContain('60 seconden ');
});

it('knows the same checks of fields in both languages', () => {
  expect(Object.keys(dutch)).toEqual(Object.keys(english));
  expect(fieldSentence('max', { limit: 200 }, 'en')).toBe('This must be at most 200.');
  expect(fieldSentence('no_such_check', {}, 'en')).toBeNull();
});
