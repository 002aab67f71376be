import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PublisherIntake } from '../../src/modules/publishers/publisher-intake.service.js';
import { type MetricFact, SiteMetricsService } from '../../src/modules/sites/site-metrics.service.js';
import { SitesService } from '../../src/modules/sites/sites.service.js';
import { Database } from '../../src/platform/database/database.js';
import { newId } from '../../src/platform/database/id.js';
import { SPELLINGS } from '../builders/site-spellings.js';
import { putAnyRow } from '../database/any-row.js';
import { startApp, type TestApp } from './app.js';
import { anotherWorkspace, type Person, setUp } from './people.js';

let app: TestApp;
let owner: Person;
let sites: SitesService;
beforeAll(async () => {
  app = await startApp();
  owner = await setUp(app);
  sites = app.get(SitesService);
});
afterAll(() => app.close());

const inWorkspace = <T>(work: () => Promise<T>, who = owner): Promise<T> =>
  app.get(Database).inWorkspace({ workspaceId: who.workspaceId, userId: who.userId }, work);

/** An import as far as other rows refer to it. */
async function anImport(): Promise<string> {
  const id = newId();
  await putAnyRow(app.database, 'imports', { workspace_id: owner.workspaceId, id });
  return id;
}

/** Rows of tables as text, in a stable order. */
async function rowsOf(...tables: string[]): Promise<string> {
  const found: unknown[] = [];
  for (const table of tables)
    found.push(await app.database.asOwner(`select * from ${table} order by 1, 2, 3, 4, 5`));
  return JSON.stringify(found);
}

describe('sites of addresses', () => {
  it('are one row for all spellings of each site', async () => {
    for (const { key, spellings } of SPELLINGS) {
      const found = await inWorkspace(() => sites.forAddresses(spellings));
      expect([key, new Set(found.values()).size, found.size]).toEqual([key, 1, new Set(spellings).size]);
    }
    const rows = await app.database.asOwner<{ key: string }>(
      'select site_key as key from sites order by site_key',
    );
    expect(rows.map((row) => row.key)).toEqual(SPELLINGS.map(({ key }) => key).sort());
  });

  it('are found or made by thousands', async () => {
    const addresses = Array.from(
      { length: 5000 },
      (_, no) => `https://www.many-${no % 4000}.example/page/${no}`,
    );
    const first = await inWorkspace(() => sites.forAddresses(addresses));
    const again = await inWorkspace(() => sites.forAddresses(addresses));
    expect([first.size, new Set(first.values()).size]).toEqual([5000, 4000]);
    expect(again).toEqual(first);
  });

  it('are one also when several ask at the same moment, in any order', async () => {
    const addresses = Array.from({ length: 200 }, (_, no) => `race-${no}.example`);
    const orders = [addresses, [...addresses].reverse(), addresses.slice(100), [...addresses].reverse()];
    const all = await Promise.all(orders.map((order) => inWorkspace(() => sites.forAddresses(order))));
    for (const found of all) for (const [address, id] of found) expect(all[0]?.get(address)).toBe(id);
  });

  it('that an import made go with it, unless something refers to them', async () => {
    const before = await rowsOf('sites');
    const importId = await anImport();
    const made = await inWorkspace(() =>
      sites.forAddresses(['gone-1.example', 'gone-2.example', 'many-1.example'], { importId }),
    );
    await app.database.asOwner(
      `insert into conditions (workspace_id, id, site_id, notes, recorded_at) values ($1, $2, $3, 'x', $4)`,
      [owner.workspaceId, newId(), made.get('gone-2.example'), app.clock.now()],
    );
    expect(await inWorkspace(() => sites.withdraw(importId))).toEqual({ deleted: 1, nextId: null });
    await app.database.asOwner('delete from conditions');
    expect(await inWorkspace(() => sites.withdraw(importId))).toEqual({ deleted: 1, nextId: null });
    expect(await rowsOf('sites')).toBe(before);
  });

  it('in use here are nobody else’s business', async () => {
    const stranger = await anotherWorkspace(app, 'Osprey');
    const ids = [...(await inWorkspace(() => sites.forAddresses(['in-use.example']))).values()];
    await app.database.asOwner(
      `insert into conditions (workspace_id, id, site_id, notes, recorded_at) values ($1, $2, $3, 'x', $4)`,
      [owner.workspaceId, newId(), ids[0], app.clock.now()],
    );
    const used = (who: Person) =>
      inWorkspace(
        () => app.get(Database).manager().query<unknown[]>('select sites_in_use($1::uuid[])', [ids]),
        who,
      );
    expect(await used(owner)).toHaveLength(1);
    expect(await used(stranger)).toEqual([]);
  });
});

describe('figures that imports bring', () => {
  const fact = (siteId: string, value: number, more: Partial<MetricFact> = {}): MetricFact => ({
    siteId,
    source: 'ahrefs',
    metric: 'domain_rating',
    measuredOn: '2026-11-01',
    value,
    ...more,
  });
  const record = (facts: MetricFact[]) => inWorkspace(() => app.get(SiteMetricsService).record(facts));
  const withdraw = (importId: string) => inWorkspace(() => app.get(SiteMetricsService).withdraw(importId));
  const rows = () => rowsOf('site_metrics', 'site_latest_metrics');

  it('are counted as new, changed and unchanged, and what no source can have measured is left out', async () => {
    const [one = '', two = ''] = (
      await inWorkspace(() => sites.forAddresses(['m-1.example', 'm-2.example']))
    ).values();
    const importId = await anImport();
    expect(await record([fact(one, 40, { importId }), fact(two, 41, { importId })])).toMatchObject({
      created: 2,
      before: [null, null],
    });
    expect(
      await record([fact(one, 45), fact(two, 41), fact(one, 101), fact(one, 5, { metric: 'trust_flow' })]),
    ).toEqual({
      created: 0,
      changed: 1,
      unchanged: 1,
      before: [{ value: 40, release: '' }, { value: 41, release: '' }, { value: 40, release: '' }, null],
      refused: [
        { index: 2, reason: 'out_of_range' },
        { index: 3, reason: 'unknown_metric' },
      ],
    });
    expect(await record([])).toMatchObject({ created: 0, refused: [] });
  });

  it('go with their import in any order, and leave what was there to the last bit', async () => {
    const found = await inWorkspace(() =>
      sites.forAddresses(Array.from({ length: 300 }, (_, no) => `w-${no}.example`)),
    );
    const ids = [...found.values()];
    await record(ids.slice(0, 100).map((id) => fact(id, 30)));
    const start = await rows();
    const [first, second] = [await anImport(), await anImport()];
    app.clock.advance({ minutes: 1 });
    await record(ids.map((id, no) => fact(id, no / 4, { importId: first })));
    const withFirst = await rows();
    app.clock.advance({ minutes: 1 });
    const newer = { importId: second, measuredOn: '2026-11-10' };
    await record([
      ...ids.map((id) => fact(id, 60, { importId: second })),
      ...ids.map((id) => fact(id, 70, newer)),
    ]);
    await withdraw(second);
    expect(await rows()).toBe(withFirst);
    await record(ids.map((id) => fact(id, 60, { importId: second })));
    await withdraw(first);
    expect(await withdraw(second)).toBe(300);
    expect(await rows()).toBe(start);
  });

  it('of one moment are written by one after the other', async () => {
    const [id = ''] = (await inWorkspace(() => sites.forAddresses(['moment.example']))).values();
    const days = Array.from({ length: 8 }, (_, no) => `2026-10-${String(no + 10)}`);
    await Promise.all(days.map((measuredOn, no) => record([fact(id, no, { measuredOn })])));
    const latest = await app.database.asOwner(
      'select measured_on::text as day, value from site_latest_metrics where site_id = $1',
      [id],
    );
    expect(latest).toEqual([{ day: '2026-10-17', value: 7 }]);
  });
});

describe('publishers that imports bring', () => {
  const intake = () => app.get(PublisherIntake);

  it('are known by their folded names, made once, and go with the import', async () => {
    const before = await rowsOf('publishers', 'site_publishers');
    const found = await inWorkspace(() => sites.forAddresses(['p-1.example', 'p-2.example']));
    const siteIds = [...found.values()];
    const [known, later] = [await anImport(), await anImport()];
    const [first] = await inWorkspace(() =>
      intake().bring([{ name: 'Wader Média B.V.', siteIds }], { importId: known }),
    );
    const withFirst = await rowsOf('publishers', 'site_publishers');
    const brought = await inWorkspace(() =>
      intake().bring(
        [
          { name: 'WADER MEDIA', siteIds },
          { name: 'Stilt Group', kind: 'broker', siteIds, role: 'broker' },
          { name: 'stilt group ltd' },
        ],
        { importId: later },
      ),
    );
    expect(brought.map(({ outcome }) => outcome)).toEqual(['known', 'created', 'known']);
    expect([brought[0]?.id, brought[2]?.id]).toEqual([first?.id, brought[1]?.id]);
    const roles = await app.database.asOwner<{ role: string }>(
      'select role from site_publishers order by role',
    );
    expect(roles.map(({ role }) => role)).toEqual(['broker', 'broker', 'owner', 'owner']);
    expect(await inWorkspace(() => intake().withdraw(later))).toBe(1);
    expect(await rowsOf('publishers', 'site_publishers')).toBe(withFirst);
    await inWorkspace(() => intake().withdraw(known));
    expect(await rowsOf('publishers', 'site_publishers')).toBe(before);
  });

  it('stay when somebody has changed them since', async () => {
    const importId = await anImport();
    const [brought] = await inWorkspace(() => intake().bring([{ name: 'Kept Group' }], { importId }));
    await owner.browser.patch(`/publishers/${String(brought?.id)}`, { revision: 1, notes: 'called them' });
    expect(await inWorkspace(() => intake().withdraw(importId))).toBe(0);
  });

  it('are made once when several imports bring them at the same moment', async () => {
    const importId = await anImport();
    const facts = Array.from({ length: 50 }, (_, no) => ({ name: `Moment ${no}` }));
    const all = await Promise.all(
      [1, 2, 3].map(() => inWorkspace(() => intake().bring(facts, { importId }))),
    );
    expect(new Set(all.flat().map(({ id }) => id)).size).toBe(50);
  });
});
