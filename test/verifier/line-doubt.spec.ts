import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CheckWorker } from '../../src/modules/verifier/check-worker.js';
import { startApp, TEST_NOW, type TestApp } from '../http/app.js';
import { aLedger, type Ledger } from './ledger.js';
import { article, type LocalSites, serveSites } from './local-site.js';

const SHOP = 'https://shop.example/garden';

describe('a worker whose own line fails', () => {
  let app: TestApp;
  let sites: LocalSites;
  let ledger: Ledger;
  let isDown = false;

  beforeAll(async () => {
    sites = await serveSites((path) => {
      if (isDown) return { status: 502 };
      return path === '/robots.txt' ? { status: 404 } : { body: article(`<a href="${SHOP}">shop</a>`) };
    });
    app = await startApp({
      settings: {
        LINKLEDGER_FETCH_ALLOW: '127.0.0.0/8',
        LINKLEDGER_HOST_GAP_MS: '0',
        LINKLEDGER_LOG_LEVEL: 'silent',
      },
    });
    ledger = await aLedger(app.database, TEST_NOW);
  });
  beforeEach(() => {
    isDown = false;
  });
  afterAll(async () => {
    await app.close();
    await sites.close();
  });

  const check = (): Promise<void> => app.get(CheckWorker).drain();
  const ready = async (): Promise<[number, string]> => {
    const answer = await fetch(`${app.url}/health/ready`);
    const { parts } = (await answer.json()) as { parts: { line: { state: string } } };
    return [answer.status, parts.line.state];
  };
  const remembered = (): Promise<{ last_verdicts: string; unreachable: unknown }[]> =>
    app.database.asOwner(
      `select last_verdicts, memory -> 'unreachable' as unreachable from placements order by id`,
    );

  it('takes back what surprised it, is silent for 15 minutes, and says so', async () => {
    const hosts = Array.from({ length: 8 }, (_, at) => sites.url(`127.0.6.${String(at + 1)}`, '/page'));
    await ledger.place(...hosts.map((sourceUrl) => ({ sourceUrl, targetUrl: SHOP })));
    await check();
    expect(await ready()).toEqual([200, 'ok']);

    isDown = true;
    app.clock.advance({ hours: 30 });
    await check();
    expect(await ready()).toEqual([503, 'own_line_down']);
    expect(await remembered()).toEqual(hosts.map(() => ({ last_verdicts: 'live', unreachable: null })));
    const before = sites.log.length;
    app.clock.advance({ minutes: 14 });
    await check();
    expect(sites.log).toHaveLength(before);

    isDown = false;
    app.clock.advance({ minutes: 2 });
    await check();
    expect(await remembered()).toEqual(hosts.map(() => ({ last_verdicts: 'live,live', unreachable: null })));
    expect(await ready()).toEqual([200, 'ok']);
  });
});
