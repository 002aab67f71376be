import { expect, it } from '@jest/globals';
import { keptQuery } from './saved-view-query.js';

it.each([
  ['nothing chosen is an empty query', '', ''],
  ['the order of the address does not matter', '?sort=fit&language=nl', '?language=nl&sort=fit'],
  ['an open panel and the client on top are not kept', '?peek=1&client=2&status=new', '?status=new'],
  ['a value keeps its signs', '?own=price%3A10%3A30', '?own=price%3A10%3A30'],
])('%s', (_, search, kept) => {
  expect(keptQuery(search)).toBe(kept);
});
