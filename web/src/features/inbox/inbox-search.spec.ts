import { describe, expect, it } from '@jest/globals';
import { neighbourOf, readInboxSearch } from './inbox-search.js';

const ID = '01890000-0000-7000-8000-000000000001';

describe('the address of the inbox', () => {
  it.each([
    ['says nothing for what is to be answered', { tab: 'to_answer' }, {}],
    ['keeps a tab and an open conversation', { tab: 'unmatched', c: ID }, { tab: 'unmatched', c: ID }],
    ['forgets what is no tab and no id', { tab: 'spam', c: '1; drop', mailbox: 7 }, {}],
    ['keeps flags however they are written', { mine: 'true', about: 1 }, { mine: true, about: true }],
  ])('%s', (_fact, search, expected) => {
    expect(readInboxSearch(search)).toEqual(expected);
  });
});

describe('after a conversation left the list', () => {
  it.each([
    ['the next one comes up', 'b', 'c'],
    ['the one above, at the end', 'c', 'b'],
    ['the first, when it was not listed', 'x', 'a'],
  ])('%s', (_fact, id, expected) => {
    expect(neighbourOf(['a', 'b', 'c'], id)).toBe(expected);
  });

  it('nothing comes up when it was alone', () => {
    expect(neighbourOf(['a'], 'a')).toBeUndefined();
  });
});
