import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Test, type TestingModule } from '@nestjs/testing';
import { AppModule } from '../../src/app.module.js';
import { CheckWorker } from '../../src/modules/verifier/check-worker.js';
import { HostLeasesRepository } from '../../src/modules/verifier/host-leases.repository.js';
import { readConfig } from '../../src/platform/config/read-config.js';
import { startApp, TEST_NOW, type TestApp } from '../http/app.js';
import { aLedger, type Ledger } from './ledger.js';
import { article, type LocalSites, serveSites } from './local-site.js';
import { complaints } from './politeness.js';

const SHOP = 'https://shop.example/garden';
const GAP_MS = 60;
const SETTINGS = {
  LINKLEDGER_FETCH_ALLOW: '127.0.0.0/8',
  LINKLEDGER_HOST_GAP_MS: String(GAP_MS),
  LINKLEDGER_LOG_LEVEL: 'silent',
};

describe('two workers', () => {
  let app: TestApp;
  let second: TestingModule;
  let sites: LocalSites;
  let ledger: Ledger;
  /** Called when a page is asked for, before it is answered. */
  let onRequest: (path: string) => unknown = () => undefined;

  beforeAll(async () => {
    sites = await serveSites(async (path, host) => {
      await onRequest(path);
      return answer(path, host);
    });
    app = await startApp({ settings: SETTINGS });
    const addresses = app.database;
    second = await Test.createTestingModule({
      imports: [AppModule.with({ config: readConfig(SETTINGS), addresses, clock: app.clock })],
    }).compile();
    await second.init();
    ledger = await aLedger(app.database, TEST_NOW);
  });
  beforeEach(async () => {
    await app.database.asOwner(
      'truncate checks, evidence, events, event_subjects, placements, hosts cascade',
    );
    sites.log.length = 0;
    onRequest = () => undefined;
    app.clock.setTo(TEST_NOW);
  });
  afterAll(async () => {
    await second.close();
    await app.close();
    await sites.close();
  });

  /** Pages that moved lead to one host, robots.txt of every second host to another. */
  function answer(path: string, host: string) {
    const number = Number(host.split(':')[0]?.split('.').at(-1));
    if (path === '/robots.txt' && number % 2 === 0)
      return { status: 302, headers: { location: sites.url('127.0.9.9', '/rules') }, after: 5 };
    if (path === '/rules') return { body: 'User-agent: *\nAllow: /', after: 5 };
    if (path.startsWith('/moved'))
      return { status: 301, headers: { location: sites.url('127.0.9.8', `/now${path}`) }, after: 5 };
    return { body: article(`<a href="${SHOP}">shop</a>`), after: 10 };
  }
  const place = (address: string, path: string): Promise<string[]> =>
    ledger.place({ sourceUrl: sites.url(address, path), targetUrl: SHOP });
  const workers = (): CheckWorker[] => [app.get(CheckWorker), second.get(CheckWorker)];
  /** Both check until nothing is left; what a taken host put off comes due as time goes on. */
  const checkAll = async (): Promise<void> => {
    for (let round = 0; round < 30; round += 1) {
      await Promise.all(workers().map((worker) => worker.drain()));
      app.clock.advance({ seconds: 41 });
    }
  };
  const story = (): Promise<{ state: string; checks: number }[]> =>
    app.database.asOwner(
      `select p.state, count(c.id)::integer as checks from placements p
       left join checks c on c.placement_id = p.id group by p.id, p.state order by p.id`,
    );

  it('ask no host by two at a time nor faster than its gap, robots.txt and redirects counted', async () => {
    for (let host = 1; host <= 6; host += 1)
      for (let page = 1; page <= 5; page += 1)
        await place(
          `127.0.8.${String(host)}`,
          page === 3 ? `/moved/${String(host)}` : `/page/${String(page)}`,
        );
    await checkAll();
    expect(await story()).toEqual(Array.from({ length: 30 }, () => ({ state: 'live', checks: 1 })));
    expect(complaints(sites.log, GAP_MS)).toEqual([]);
  });

  it('put a check off, without a verdict, whose page leads to a host the other one holds', async () => {
    const [id = ''] = await place('127.0.8.1', '/moved/1');
    const held = sites.slot('127.0.9.8');
    await app.database.asOwner(
      `insert into hosts (slot, lease_owner, lease_token, lease_expires_at)
       values ($1, 'other', gen_random_uuid(), clock_timestamp() + interval '1 hour')`,
      [held],
    );
    await app.get(CheckWorker).drain();
    expect(await story()).toEqual([{ state: 'awaited', checks: 0 }]);
    const { next_check_at: next } = await ledger.row(id);
    expect((next as Date).getTime() - TEST_NOW.getTime()).toBeGreaterThanOrEqual(20_000);
    expect((next as Date).getTime() - TEST_NOW.getTime()).toBeLessThanOrEqual(40_000);
    await app.database.asOwner('update hosts set lease_expires_at = clock_timestamp() where slot = $1', [
      held,
    ]);
    app.clock.advance({ seconds: 41 });
    await app.get(CheckWorker).drain();
    expect(await story()).toEqual([{ state: 'live', checks: 1 }]);
  });

  it('write nothing of a turn whose lease another one took meanwhile', async () => {
    await place('127.0.8.1', '/page/1');
    onRequest = (path) =>
      path === '/page/1'
        ? app.database.asOwner(`update hosts set lease_token = gen_random_uuid(), lease_owner = 'other'`)
        : null;
    await app.get(CheckWorker).drain();
    expect(await story()).toEqual([{ state: 'awaited', checks: 0 }]);
    const [host] = await app.database.asOwner('select lease_owner from hosts');
    expect(host).toEqual({ lease_owner: 'other' });
  });

  it('drop a check of a placement that was changed meanwhile, and make it again', async () => {
    const [id = ''] = await place('127.0.8.1', '/page/1');
    let changes = 0;
    onRequest = (path) => {
      if (path !== '/page/1' || changes > 0) return null;
      changes += 1;
      return app.database.asOwner('update placements set revision = revision + 1 where id = $1', [id]);
    };
    await app.get(CheckWorker).drain();
    expect(await story()).toEqual([{ state: 'live', checks: 1 }]);
    expect(sites.log.filter((request) => request.path === '/page/1')).toHaveLength(2);
  });

  it('give every host back when they are stopped in the middle, and leave the rest due', async () => {
    const [worker] = [second.get(CheckWorker)];
    for (let page = 1; page <= 5; page += 1) await place('127.0.8.1', `/page/${String(page)}`);
    const asked = new Promise<void>((done) => {
      onRequest = (path) => {
        if (path === '/page/2') done();
      };
    });
    await worker.start();
    await asked;
    await worker.stop();
    const [host] = await app.database.asOwner('select lease_owner, due_at from hosts');
    expect(host).toEqual({ lease_owner: null, due_at: TEST_NOW });
    const checks = (await story()).map((placement) => placement.checks);
    expect(checks.slice(0, 2)).toEqual([1, 1]);
    expect(checks.at(-1)).toBe(0);
    expect(await app.get(HostLeasesRepository).lease('next', TEST_NOW, 1)).toHaveLength(1);
  });
});
