import { expect, it } from '@jest/globals';
import { contactFilter, contactFiltersInUse, readContactSearch } from './contact-search.js';

const A_SITE = '0190a1b2-0000-7000-8000-00000000000a';

it('an address is read as far as it is understood', () => {
  expect(
    readContactSearch({ q: ' sanne ', site: A_SITE, ground: 'missing', country: 'nl', sort: 'height', x: 1 }),
  ).toEqual({ q: 'sanne', site: A_SITE, ground: 'missing' });
});

it('the server is asked in its own words, without order and open dialogs', () => {
  expect(contactFilter({ q: 'sanne', site: A_SITE, address: 'none', sort: 'newest', add: true })).toEqual({
    search: 'sanne',
    siteId: A_SITE,
    addressStatus: 'none',
  });
});

it.each([
  ['search words are no filter', { q: 'sanne', sort: 'name' as const }, 0],
  ['each choice counts once', { ground: 'missing' as const, archived: true as const }, 2],
])('%s', (_name, search, count) => {
  expect(contactFiltersInUse(search)).toBe(count);
});
