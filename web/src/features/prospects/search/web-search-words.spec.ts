import { describe, expect, it } from '@jest/globals';
import { readWebSearch, type WebSearchWords } from './web-search-words.js';

describe('readWebSearch', () => {
  it.each<[string, Record<string, unknown>, WebSearchWords]>([
    ['words and their language stand', { q: ' boats ', lang: 'nl' }, { q: 'boats', lang: 'nl' }],
    ['words that look like a number stay words', { q: 1984 }, { q: '1984' }],
    ['another language is left out', { q: 'boats', lang: 'fr' }, { q: 'boats' }],
    ['empty words are none', { q: '  ', peek: '' }, {}],
    ['what is no text is left out', { q: ['boats'], client: { a: 1 } }, {}],
    ['the service takes no more than 400 characters', { q: 'a'.repeat(500) }, { q: 'a'.repeat(400) }],
  ])('%s', (_, raw, expected) => {
    expect(readWebSearch(raw)).toEqual(expected);
  });
});
