import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aLedger, type Ledger } from '../verifier/ledger.js';
import { cloneDatabase, type TestDatabase } from './test-database.js';

const NOW = new Date('2026-11-20T09:00:00Z');
let database: TestDatabase;
let mine: Ledger;
let theirs: Ledger;
let ids: string[];
beforeAll(async () => {
  database = await cloneDatabase();
  mine = await aLedger(database, NOW);
  theirs = await aLedger(database, NOW);
  ids = await mine.place(
    { sourceUrl: 'https://blog.example/Heron_100%25', targetUrl: 'https://shop.example/guide' },
    { sourceUrl: 'https://blog.example/osprey', targetUrl: 'https://shop.example/back\\slash' },
  );
  await theirs.place({ sourceUrl: 'https://blog.example/heron', targetUrl: 'https://shop.example/guide' });
});
afterAll(() => database.drop());

/** What a search answers in a transaction of a workspace, for all clients or for some. */
async function found(
  words: string,
  scope: { workspaceId: string; clientIds?: string },
  atMost = 10,
): Promise<string[]> {
  const rows = await database.asApp<{ id: string }>(
    `select s.id from set_config('app.workspace_id', $1, false) w, set_config('app.client_ids', $2, false) c,
       lateral (select id from search_placements($3, $4) as id where w is not null and c is not null) s`,
    [scope.workspaceId, scope.clientIds ?? '*', words, atMost],
  );
  return rows.map((row) => row.id);
}

describe('search_placements', () => {
  it.each<[string, string, number[]]>([
    ['a word of the page, whatever its case', 'HERON', [0]],
    ['a word of the target', 'guide', [0]],
    ['a word of both', 'example', [0, 1]],
    ['a sign that stands for anything elsewhere', '100%25', [0]],
    ['another one', 'heron_1', [0]],
    ['one that stands for nothing', 'her_n', []],
    ['a backslash', 'back\\slash', [1]],
    ['nothing', 'kingfisher', []],
  ])('finds %s', async (_, words, places) => {
    const answer = await found(words, mine);
    expect(answer.sort()).toEqual(places.map((place) => String(ids[place])).sort());
  });

  it('finds nothing of another workspace, and nothing without one', async () => {
    expect(await found('osprey', theirs)).toEqual([]);
    expect(await found('osprey', { workspaceId: '' })).toEqual([]);
  });

  it('finds nothing of clients one may not see', async () => {
    expect(await found('heron', { ...mine, clientIds: mine.clientId })).toEqual([ids[0]]);
    expect(await found('heron', { ...mine, clientIds: theirs.clientId })).toEqual([]);
  });

  it('stops at as many as were asked for', async () => {
    expect(await found('example', mine, 1)).toHaveLength(1);
  });

  it('finds nothing that is archived', async () => {
    await database.asOwner('update placements set archived_at = $2 where id = $1', [ids[1], NOW]);
    expect(await found('osprey', mine)).toEqual([]);
  });
});
