import { describe, expect, it } from '@jest/globals';
import { FINDING_CODES, type Finding } from '../../core/verifier/verdict.js';
import { findingSentence, LOCALES } from './catalogue.js';

const cases = LOCALES.flatMap((locale) => FINDING_CODES.map((code) => [locale, code] as const));

function sentence(code: Finding['code'], params: Finding['params'], locale: 'en' | 'nl' = 'en'): string {
  return findingSentence({ code, params }, locale);
}

describe('the sentence of a finding', () => {
  it.each(cases)('in %s for %s is complete, with parameters and without', (locale, code) => {
    const params = {
      detail: 'x',
      status: 503,
      href: 'https://a.example/<b>',
      agreed: 'a',
      seen: 'b',
      rel: '',
      reason: 'x',
    };
    for (const given of [{}, { detail: null, status: null, contentType: null }, params]) {
      expect(sentence(code, given, locale)).toMatch(/^[A-ZÉ][^{}]+\.$/);
    }
  });

  it.each<[Finding['code'], Finding['params'], string]>([
    ['tls', { detail: 'expired' }, 'No secure connection could be made: the certificate has expired.'],
    ['server_error', { status: 503 }, 'The server reports an error of its own (status 503).'],
    ['timeout', { detail: 'total' }, 'The site did not answer in time.'],
    [
      'wrong_target',
      { href: 'https://a.test/{x}', agreed: "it's" },
      "The page links to https://a.test/{x}, not to it's.",
    ],
    ['not_html', { contentType: null }, 'The answer is no HTML page.'],
  ])('%s %j', (code, params, expected) => {
    expect(sentence(code, params)).toBe(expected);
  });
});
