import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CheckWorker } from '../../src/modules/verifier/check-worker.js';
import { type StreamNews, StreamService } from '../../src/modules/verifier/stream.service.js';
import { Database } from '../../src/platform/database/database.js';
import { Notify } from '../../src/platform/events/notify.js';
import type { Principal } from '../../src/platform/http/principal.js';
import { aBrand, aPlacement, type MadeBrand } from '../builders/agency.js';
import { startApp, type TestApp } from '../http/app.js';
import { anotherWorkspace, invite, type Person, setUp } from '../http/people.js';
import { article, type LocalSites, serveSites, VISITS_LOCAL_SITES } from './local-site.js';

const TARGET = 'https://shop.example/guide';

describe('the stream of a workspace', () => {
  let app: TestApp;
  let sites: LocalSites;
  let owner: Person;
  let brand: MadeBrand;
  let endings: (() => void)[] = [];
  let pages = 0;

  beforeAll(async () => {
    sites = await serveSites(() => ({ body: article(`<a href="${TARGET}">shop</a>`) }));
    app = await startApp({ settings: VISITS_LOCAL_SITES });
    owner = await setUp(app);
    brand = await aBrand(owner, 'shop');
  });
  beforeEach(() => {
    for (const end of endings) end();
    endings = [];
  });
  afterAll(async () => {
    for (const end of endings) end();
    await app.close();
    await sites.close();
  });

  const principal = (who: Person, clientIds: readonly string[] | null = null): Principal => ({
    userId: who.userId,
    memberId: who.memberId,
    workspaceId: who.workspaceId,
    role: 'member',
    clientIds,
    locale: 'en',
    tokenId: null,
    sessionId: null,
  });
  /** What somebody hears from now on. */
  const listen = (who: Principal): StreamNews[] => {
    const heard: StreamNews[] = [];
    const listening = app
      .get(StreamService)
      .watch(who)
      .subscribe((event) => {
        if (event.type === undefined) heard.push(event.data as StreamNews);
      });
    endings.push(() => listening.unsubscribe());
    return heard;
  };
  const checked = async (): Promise<string> => {
    pages += 1;
    const placement = await aPlacement(owner, brand.brandId, {
      sourceUrl: sites.url('127.0.0.2', `/page-${pages}`),
      targetUrl: TARGET,
    });
    await owner.browser.post(`/placements/${placement.id}/check`);
    await app.get(CheckWorker).drain();
    return placement.id;
  };
  /** News come in the order they were sent: when this one is heard, all before it were. */
  const allHeard = async (who: Person, by: Principal): Promise<void> => {
    const { workspaceId, memberId: id } = who;
    const last = new Promise<void>((done) => {
      const listening = app
        .get(StreamService)
        .watch(by)
        .subscribe((event) => {
          if ((event.data as StreamNews).type === 'notification') done();
        });
      endings.push(() => listening.unsubscribe());
    });
    await app.get(Notify).subscribe('notification', () => undefined);
    await app
      .get(Database)
      .inInstallation(() => app.get(Notify).publish('notification', { workspaceId, id }));
    await last;
  };

  it('tells how far an asked check is, and that it is done', async () => {
    const me = principal(owner);
    const heard = listen(me);
    await allHeard(owner, me);
    const id = await checked();
    await allHeard(owner, me);
    const phases = heard.filter((news) => news.id === id).map((news) => news.phase);
    expect(new Set(phases)).toEqual(new Set(['queued', 'fetching', 'reading', 'judging', 'done']));
    expect(phases.at(-1)).toBe('done');
  });

  it('tells nothing to other workspaces, to members limited to other clients, or of notifications of others', async () => {
    const stranger = await anotherWorkspace(app, 'Strangers');
    const other = await aBrand(owner, 'other');
    const limited = await invite(app, owner, { role: 'member', clientIds: [other.clientId] });
    const ears = [principal(stranger), principal(limited, [other.clientId])];
    const heard = ears.map(listen);
    await allHeard(stranger, ears[0] as Principal);
    const id = await checked();
    const job = (await owner.browser.post('/placements/bulk', { action: 'archive', ids: [id] })).body.jobId;
    await allHeard(owner, principal(owner));
    await allHeard(limited, ears[1] as Principal);
    await allHeard(stranger, ears[0] as Principal);
    expect(heard.map((news) => news.filter((one) => [id, job, owner.memberId].includes(one.id)))).toEqual([
      [],
      [],
    ]);
  });

  it('is an event stream, for those who are signed in', async () => {
    const answer = await owner.browser.head('/stream');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      'text/event-stream; charset=utf-8',
    ]);
    const stranger = await fetch(`${app.url}/api/v1/stream`);
    expect(stranger.status).toBe(401);
  });
});
