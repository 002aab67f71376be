import { describe, expect, it } from '@jest/globals';
import { searchedWords } from './searched-words.js';

describe('searchedWords', () => {
  it.each([
    ['a word', '  Herons ', 'herons'],
    ['words', 'Nice \n Editor', 'nice editor'],
    ['an address is its host', 'https://www.News.example/path?a=1', 'news.example'],
    ['an address without a scheme, too', 'news.example/path', 'news.example'],
    ['a host', 'www.news.example', 'news.example'],
    ['a host in Unicode stays', 'bücher', 'bücher'],
    ['nothing', '   ', ''],
    ['NUL goes', 'a\u0000b', 'ab'],
  ])('%s', (_, typed, words) => {
    expect(searchedWords(typed)).toBe(words);
  });
});
