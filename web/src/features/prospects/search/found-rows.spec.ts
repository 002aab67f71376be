import { describe, expect, it } from '@jest/globals';
import { foundRows, isNewTo } from './found-rows.js';
import type { FoundPage, FoundSite } from './web-search-api.js';

const page = (siteKey: string, path: string): FoundPage => ({
  url: `https://${siteKey}/${path}`,
  title: path,
  description: '',
  siteKey,
  displayHost: siteKey,
  siteId: null,
});

const NEW: FoundSite = {
  siteKey: 'a.example',
  displayHost: 'a.example',
  siteId: null,
  prospect: null,
  ownBrand: null,
  placements: 0,
  conflict: null,
};

const FREE: NonNullable<FoundSite['conflict']> = {
  answer: 'free',
  reasons: [],
  coolDownDays: 90,
  touches: [],
  ownedBy: null,
  lockedUntil: null,
  liveLinks: [],
  exclusions: [],
  suppression: null,
  siblings: [],
  exempt: null,
};

describe('foundRows', () => {
  it('tells several pages of one site as one line, where the first came up', () => {
    const results = [
      page('a.example', '1'),
      page('b.example', '1'),
      page('a.example', '2'),
      page('a.example', '1'),
    ];
    const rows = foundRows(results, new Map([['b.example', NEW]]));
    expect(
      rows.map(({ id, pages, known }) => [id, pages.map(({ title }) => title), known !== undefined]),
    ).toEqual([
      ['a.example', ['1', '2'], false],
      ['b.example', ['1'], true],
    ]);
  });
});

describe('isNewTo', () => {
  const rival = { clientId: 'hats', clientName: 'Hats', reason: 'competitor' } as const;
  it.each<[string, Partial<FoundSite>, boolean]>([
    ['a site nobody knows is new', {}, true],
    ['a site the team knows nothing of note about is new', { siteId: '1', conflict: FREE }, true],
    ['a prospect is not', { prospect: { id: '1', status: 'new', ownerName: null, archivedAt: null } }, false],
    ['our own site is not', { ownBrand: { id: '1', name: 'Shoes' } }, false],
    ['a site with a placement is not', { placements: 1 }, false],
    ['a site the client excludes is not', { conflict: { ...FREE, exclusions: [rival] } }, false],
    [
      'a site another client excludes is',
      { conflict: { ...FREE, exclusions: [{ ...rival, clientId: 'x' }] } },
      true,
    ],
  ])('%s', (_, known, expected) => {
    const [row] = foundRows([page('a.example', '1')], new Map([['a.example', { ...NEW, ...known }]]));
    expect(row && isNewTo(row, 'hats')).toBe(expected);
  });

  it('of what is not read yet nothing is said', () => {
    const [row] = foundRows([page('a.example', '1')], new Map());
    expect(row && isNewTo(row, undefined)).toBe(false);
  });
});
