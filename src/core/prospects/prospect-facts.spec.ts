import { describe, expect, it } from '@jest/globals';
import {
  BLANK_PROSPECT,
  changedColumns,
  mergedFacts,
  type ProspectColumns,
  type ProspectFacts,
  prospectSearchText,
  tagKey,
  tagName,
} from './prospect-facts.js';

const SITE = { siteId: 's', siteKey: 'news.example' };
const known: ProspectColumns = { ...BLANK_PROSPECT, status: 'qualified', language: 'nl', notes: 'old' };

describe('changedColumns', () => {
  it.each<[string, 'fill' | 'replace', Partial<ProspectFacts>, Partial<ProspectColumns>]>([
    ['nothing said', 'replace', {}, {}],
    ['an empty column is filled', 'fill', { country: 'NL' }, { country: 'NL' }],
    ['what is there is kept', 'fill', { status: 'paused', language: 'en', notes: 'new' }, {}],
    [
      'what is there is replaced',
      'replace',
      { status: 'paused', notes: 'new' },
      { status: 'paused', notes: 'new' },
    ],
    ['the same is no change', 'replace', { status: 'qualified', language: 'nl' }, {}],
    ['an empty cell empties nothing', 'replace', { language: null, notes: '', status: 'new' }, {}],
  ])('%s (%s)', (_, mode, facts, changed) => {
    expect(changedColumns(known, { ...SITE, ...facts }, mode)).toEqual(changed);
  });
});

describe('mergedFacts', () => {
  const first = { ...SITE, language: 'nl', tags: ['a'], custom: { tier: 'gold' } };
  const second = { ...SITE, language: 'en', country: 'BE', tags: ['b'], custom: { tier: 'lead', size: 2 } };

  it('takes the first word when filling', () => {
    expect(mergedFacts([first, second], 'fill')).toMatchObject({
      language: 'nl',
      country: 'BE',
      tags: ['a', 'b'],
      custom: { tier: 'gold', size: 2 },
    });
  });

  it('takes the last word when replacing', () => {
    expect(mergedFacts([first, second], 'replace')).toMatchObject({
      language: 'en',
      tags: ['b', 'a'],
      custom: { tier: 'lead', size: 2 },
    });
  });

  it('does not take silence for a word', () => {
    const silent = { ...SITE, language: null, notes: '' };
    expect(mergedFacts([{ ...first, notes: 'n' }, silent], 'replace')).toMatchObject({
      language: 'nl',
      notes: 'n',
    });
  });
});

describe('prospectSearchText', () => {
  it.each([
    ['the name and the notes', 'news.example', 'Nice Editor', 'news.example nice editor'],
    ['both spellings', 'xn--bcher-kva.example', '', 'xn--bcher-kva.example bücher.example'],
    ['only the beginning of long notes', 'a.example', 'x'.repeat(600), `a.example ${'x'.repeat(500)}`],
  ])('%s', (_, key, notes, text) => {
    expect(prospectSearchText(key, notes)).toBe(text);
  });
});

describe('a tag', () => {
  it.each([
    ['  Local \n news ', 'Local news', 'local news'],
    ['ＢＩＧ', 'ＢＩＧ', 'big'],
    ['x'.repeat(70), 'x'.repeat(60), 'x'.repeat(60)],
  ])('%j is shown and compared', (typed, name, key) => {
    expect([tagName(typed), tagKey(typed)]).toEqual([name, key]);
  });
});
