import { describe, expect, it } from '@jest/globals';
import {
  filterBody,
  filterQuery,
  filtersInUse,
  isUnfiltered,
  listQuery,
  readProspectSearch,
  scopeOf,
} from './prospect-search.js';

const ID = '0190c0de-0000-7000-8000-000000000001';

describe('the address of the prospects page', () => {
  it.each<[string, Record<string, unknown>, object]>([
    ['unknown words are dropped', { status: 'new,old', stage: 'married', sort: 'size' }, { status: 'new' }],
    ['a figure may come as text or number', { fit: 3, metricFrom: '40' }, { fit: '3', metricFrom: 40 }],
    ['an own field has a key and a value', { own: 'price:10:30' }, { own: 'price:10:30' }],
    ['an own field may wait for its value', { own: 'price:' }, { own: 'price:' }],
    ['an own field without a key is dropped', { own: 'Price' }, {}],
    ['a list may be sorted by an own field', { sort: 'custom.price' }, { sort: 'custom.price' }],
    ['the usual columns need not be said', { cols: 'status' }, { cols: 'status' }],
    ['search words that look like a number stay words', { q: 42 }, { q: '42' }],
    ['an owner may be nobody', { owner: 'none' }, { owner: 'none' }],
  ])('%s', (_, raw, read) => {
    expect(readProspectSearch(raw)).toEqual(read);
  });

  it.each<[string, Record<string, unknown>, object]>([
    ['a chosen client leaves its exclusions out', { client: ID }, { clientId: ID, excluded: 'hide' }],
    ['its exclusions can be all', { client: ID, excluded: 'only' }, { clientId: ID, excluded: 'only' }],
    ['its exclusions can be shown with the others', { client: ID, excluded: 'show' }, {}],
    ['a metric without a limit narrows nothing', { metric: 'moz.domain_authority' }, {}],
    [
      'an own field is asked by its key, and its value may hold a colon',
      { own: 'price:10:30' },
      { 'custom.price': '10:30' },
    ],
    ['an own field without a value narrows nothing', { own: 'price:' }, {}],
    ['yes and no are true and false', { doNotContact: 'no' }, { doNotContact: 'false' }],
  ])('%s', (_, raw, asked) => {
    expect(filterQuery(readProspectSearch(raw))).toEqual(asked);
  });

  it('a sort by a metric says which, and the columns say what is shown', () => {
    const search = readProspectSearch({
      sort: 'metric',
      metric: 'moz.domain_authority',
      cols: 'm.moz.spam_score',
    });
    expect(listQuery(search)).toEqual({
      sort: 'metric',
      metric: 'moz.domain_authority',
      show: 'moz.spam_score',
    });
  });

  it('a bulk act names own fields in an object', () => {
    expect(filterBody(readProspectSearch({ own: 'price:10:30', status: 'new' }))).toEqual({
      status: 'new',
      custom: { price: '10:30' },
    });
  });

  it('the counts are not narrowed by the chips that show them', () => {
    expect(scopeOf(readProspectSearch({ status: 'new', owner: 'none', language: 'nl' }))).toEqual({
      language: 'nl',
    });
  });

  it('the client on top is no filter of the page', () => {
    expect(isUnfiltered(readProspectSearch({ client: ID }))).toBe(true);
    expect(filtersInUse(readProspectSearch({ client: ID, language: 'nl', status: 'new' }))).toBe(1);
  });
});
