import { describe, expect, it } from '@jest/globals';
import { NAME_CODES } from '../../core/templates/check-template.js';
import { FILL_CODES } from '../../core/templates/fill-part.js';
import { LINT_CODES } from '../../core/templates/lint-mail.js';
import { READ_CODES } from '../../core/templates/template-tree.js';
import { HTML_CODES } from '../../core/templates/written-html.js';
import { templateSentence } from './template-texts.js';

const CODES = [...new Set([...READ_CODES, ...NAME_CODES, ...FILL_CODES, ...HTML_CODES, ...LINT_CODES])];

describe('templateSentence', () => {
  it.each(CODES)('says %s in both languages', (code) => {
    for (const locale of ['en', 'nl'] as const) {
      const sentence = templateSentence(
        code,
        { name: 'if', limit: '5', tag: 'x', variable: 'site.name' },
        locale,
      );
      expect(sentence).not.toBe(code);
      expect(sentence).toMatch(/^\S.*\S$/);
    }
  });

  it.each([
    [
      'a near name is asked after',
      'variable_unknown',
      { variable: 'contact.fistName', nearest: 'contact.firstName' },
      'There is no variable contact.fistName. Did you mean contact.firstName?',
    ],
    [
      'braces are braces',
      'block_not_closed',
      { name: 'if' },
      'This block is never closed. Write {{/if}} where it ends.',
    ],
    [
      'no block is open',
      'block_closed_wrongly',
      { name: 'each', expected: '' },
      'This closes each, but no block is open.',
    ],
  ])('%s', (_, code, params, sentence) => {
    expect(templateSentence(code, params, 'en')).toBe(sentence);
  });
});
