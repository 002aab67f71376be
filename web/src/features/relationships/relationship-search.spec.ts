import { expect, it } from '@jest/globals';
import {
  readRelationshipSearch,
  relationshipFilter,
  relationshipFiltersInUse,
} from './relationship-search.js';

const A_CLIENT = '0190a1b2-0000-7000-8000-00000000000a';
const A_BRAND = '0190a1b2-0000-7000-8000-00000000000b';

it('an address is read as far as it is understood', () => {
  expect(
    readRelationshipSearch({ direction: 'both', stage: 'married', litmus: 'missing', client: 'all', q: 7 }),
  ).toEqual({ direction: 'both', litmus: 'missing', q: '7' });
});

it.each([
  ['a client asks for all its brands', { client: A_CLIENT }, { clientId: A_CLIENT }],
  ['a brand says whose it is', { client: A_CLIENT, brand: A_BRAND }, { brandId: A_BRAND }],
  ['order and dialogs are not asked for', { sort: 'site' as const, add: true as const }, {}],
])('%s', (_name, search, asked) => {
  expect(relationshipFilter(search)).toEqual(asked);
});

it('client and brand count as one filter, chips as none', () => {
  expect(
    relationshipFiltersInUse({ client: A_CLIENT, brand: A_BRAND, stage: 'partner', direction: 'both' }),
  ).toBe(2);
});
