import { expect, it } from '@jest/globals';
import { idArray, textArray } from './array-text.js';

it.each<[string, (string | null)[], string]>([
  ['none are an empty array', [], '{}'],
  [
    'all stand in quotes, so that a comma, a brace or an empty text is no mark',
    ['a,b', '{', ''],
    '{"a,b","{",""}',
  ],
  ['a text that says NULL is not null', ['NULL', null], '{"NULL",NULL}'],
  ['quotes and backslashes are letters', ['say "so"', 'a\\b'], '{"say \\"so\\"","a\\\\b"}'],
  ['line ends stay as they are', ['a\nb'], '{"a\nb"}'],
])('%s', (_, texts, written) => {
  expect(textArray(texts)).toBe(written);
});

it('ids need no quotes', () => {
  expect(idArray(['0193', null])).toBe('{0193,NULL}');
});
