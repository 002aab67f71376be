import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aProspectList, COUNT, faultsOf, STATUSES } from '../builders/prospects.js';
import { startApp, type TestApp } from './app.js';
import type { Answer } from './browser.js';
import { rowsOf } from './list-pages.js';
import type { Person } from './people.js';

let app: TestApp;
let owner: Person;
let member: Person;
beforeAll(async () => {
  app = await startApp();
  ({ owner, member } = await aProspectList(app));
});
afterAll(() => app.close());

/** Every row of the list of prospects, page by page. */
const all = (query: string, limit?: number) => rowsOf(owner, `/prospects?${query}`, limit);
const numberOf = (row: { siteKey: string }): number => Number(row.siteKey.slice(1, 4));

describe('orders of the list', () => {
  const rating = (row: Answer['body']): number | null => row.metrics[0]?.value ?? null;
  it.each<[string, string, (row: Answer['body']) => number | string | null, 'asc' | 'desc']>([
    ['newest', 'sort=newest', (row) => row.createdAt, 'desc'],
    ['by site', 'sort=site', (row) => row.siteKey, 'asc'],
    ['by site, turned round', 'sort=site&order=desc', (row) => row.siteKey, 'desc'],
    ['by status', 'sort=status', (row) => STATUSES.indexOf(row.status), 'asc'],
    ['by fit', 'sort=fit', (row) => row.fitYes, 'desc'],
    ['by last touch', 'sort=last_touch', (row) => row.lastTouchAt ?? '0', 'desc'],
    ['longest untouched first', 'sort=last_touch&order=asc', (row) => row.lastTouchAt ?? '0', 'asc'],
    ['by owner', 'sort=owner', (row) => row.ownerName?.toLowerCase() ?? 'zzz', 'asc'],
    ['by a metric', 'sort=metric&metric=ahrefs.domain_rating&show=ahrefs.domain_rating', rating, 'desc'],
    [
      'by a metric, lowest first',
      'sort=metric&order=asc&metric=ahrefs.domain_rating&show=ahrefs.domain_rating',
      rating,
      'asc',
    ],
    ['by an own number', 'sort=custom.budget', (row) => row.custom.budget ?? null, 'asc'],
    ['by an own text, turned round', 'sort=custom.tier&order=desc', (row) => row.custom.tier ?? null, 'desc'],
  ])('%s: every prospect once, in order, those without a value last', async (_, query, key, direction) => {
    const rows = await all(query);
    expect(new Set(rows.map((row) => row.id)).size).toBe(COUNT);
    const keys = rows.map(key);
    const known = keys.filter((value) => value !== null);
    expect(keys.slice(known.length).every((value) => value === null)).toBe(true);
    const sorted = [...known].sort((one, other) => (one < other ? -1 : one > other ? 1 : 0));
    expect(known).toEqual(direction === 'asc' ? sorted : sorted.reverse());
  });

  it('end in the middle of a page without losing one', async () => {
    const few = await all('sort=custom.budget', 33);
    expect(few.map((row) => row.id)).toEqual((await all('sort=custom.budget', 200)).map((row) => row.id));
  });

  it.each(['sort=custom.budget', 'sort=site', 'sort=metric&metric=ahrefs.domain_rating'])(
    'refuse a cursor of another order: %s',
    async (query) => {
      const { nextCursor } = (await owner.browser.get('/prospects?sort=newest&limit=5')).body;
      const answer = await owner.browser.get(`/prospects?${query}&cursor=${nextCursor}`);
      expect(answer.body.code).toBe('request.cursor_invalid');
    },
  );
});

describe('filters of the list', () => {
  const wanted = (test: (no: number) => boolean): number[] =>
    Array.from({ length: COUNT }, (_, no) => no).filter(test);
  const tagId = async (name: string): Promise<string> =>
    (await owner.browser.get('/tags?kind=tag')).body.items.find((tag: { name: string }) => tag.name === name)
      .id;

  it.each<[string, () => Promise<string> | string, (no: number) => boolean]>([
    ['statuses', () => 'status=qualified,unfit', (no) => no % 5 === 2 || no % 5 === 4],
    ['nobody', () => 'ownerMemberId=none', (no) => no % 3 === 0],
    [
      'an owner and a language',
      () => `ownerMemberId=${member.memberId}&language=nl`,
      (no) => no % 3 === 2 && no % 2 === 0,
    ],
    ['a tag', async () => `tag=${await tagId('mod 3')}`, (no) => no % 7 === 3],
    [
      'two tags',
      async () => `tag=${await tagId('mod 3')},${await tagId('even')}`,
      (no) => no % 7 === 3 && no % 2 === 0,
    ],
    ['fit', () => 'fit=4', (no) => no % 6 >= 4],
    ['no answers', () => 'fit=unanswered', (no) => no % 6 === 0],
    [
      'a metric',
      () => 'metric=ahrefs.domain_rating&metricFrom=10&metricTo=20.5',
      (no) => no % 4 > 0 && (no * 7) % 50 >= 10 && (no * 7) % 50 <= 20,
    ],
    [
      'a metric from below alone',
      () => 'metric=ahrefs.domain_rating&metricFrom=45',
      (no) => no % 4 > 0 && (no * 7) % 50 >= 45,
    ],
    ['an own number', () => 'custom.budget=74', (no) => no % 3 === 0 && (no * 37) % 100 === 74],
    ['an own number that is none', () => 'custom.budget=many', () => false],
    ['never touched', () => 'lastTouchBefore=2000-01-01T00:00:00Z', (no) => no % 3 === 0],
    ['the beginning of a name', () => 'search=s0', (no) => no < 100],
    ['a search', () => 'search=s12', (no) => no >= 120 && no < 130],
    ['a search for everything', () => 'search=.example', () => true],
    ['a search in the notes', () => 'search=GARDENING', (no) => no % 4 === 0],
    ['a search for an address', () => 'search=https%3A%2F%2Fwww.s042.example%2Fpage', (no) => no === 42],
    ['a search for what a pattern would be', () => 'search=s%25_', () => false],
    ['archived ones', () => 'archived=true', () => false],
  ])('%s', async (_, query, test) => {
    const rows = await all(await query());
    expect(rows.map(numberOf).sort((one, other) => one - other)).toEqual(wanted(test));
  });

  it('count what they find', async () => {
    const counts = await owner.browser.get(`/prospects/counts?language=nl&status=qualified`);
    const of = (test: (no: number) => boolean): number => wanted((no) => no % 2 === 0 && test(no)).length;
    expect(counts.body).toEqual({
      all: of(() => true),
      byStatus: Object.fromEntries(STATUSES.map((status, index) => [status, of((no) => no % 5 === index)])),
      mine: of((no) => no % 3 === 1),
      unowned: of((no) => no % 3 === 0),
      doNotContact: 0,
    });
    expect((await owner.browser.get('/prospects?language=nl')).body).toMatchObject({
      total: 260,
      totalIsExact: true,
    });
  });

  it.each([
    ['status=old', 'status in'],
    ['custom.Tier=x', 'custom.Tier unknown_field'],
    ['metric=dr', 'metric matches'],
    ['metricFrom=lots', 'metricFrom number'],
    ['sort=score', 'sort matches'],
    ['lastTouchBefore=yesterday', 'lastTouchBefore matches'],
  ])('refuse %s', async (query, fault) => {
    const answer = await owner.browser.get(`/prospects?${query}`);
    expect([answer.status, faultsOf(answer)]).toEqual([400, [fault]]);
  });
});
