import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CheckWorker } from '../../src/modules/verifier/check-worker.js';
import { startApp, TEST_NOW, type TestApp } from '../http/app.js';
import { aLedger, type Ledger } from './ledger.js';
import { article, type LocalSites, type SiteAnswer, serveSites, VISITS_LOCAL_SITES } from './local-site.js';

const SHOP = 'https://shop.example/garden';
const LINK = `<a href="${SHOP}">the shop</a>`;

describe('a placement on a real page', () => {
  let app: TestApp;
  let sites: LocalSites;
  let ledger: Ledger;
  let pages: Map<string, SiteAnswer>;

  beforeAll(async () => {
    pages = new Map();
    sites = await serveSites((path) => pages.get(path) ?? { status: 404 });
    app = await startApp({ settings: VISITS_LOCAL_SITES });
    ledger = await aLedger(app.database, app.clock.now());
  });
  beforeEach(async () => {
    pages.clear();
    sites.log.length = 0;
    await app.database.asOwner(
      'truncate checks, evidence, events, event_subjects, placements, target_pages, hosts cascade',
    );
    app.clock.setTo(TEST_NOW);
  });
  afterAll(async () => {
    await app.close();
    await sites.close();
  });

  const check = (): Promise<void> => app.get(CheckWorker).drain();
  const later = async (hours: number): Promise<void> => {
    app.clock.advance({ hours });
    await check();
  };
  const on = (path: string, wish: object = {}) => ({
    sourceUrl: sites.url('127.0.0.2', path),
    targetUrl: SHOP,
    ...wish,
  });
  const story = async (id: string): Promise<string[]> => {
    const rows = await app.database.asOwner<{ verdict: string; after: string }>(
      `select verdict, state_after as after from checks where placement_id = $1 order by id`,
      [id],
    );
    return rows.map(({ verdict, after }) => `${verdict} -> ${after}`);
  };
  const told = (): Promise<{ from: string; to: string; change: string | null }[]> =>
    app.database.asOwner(
      `select params ->> 'from' as from, params ->> 'to' as to, params ->> 'change' as change
       from events where kind = 'placement.state_changed' order by id`,
    );

  it('is seen, suspected, removed and back, with one event for each change', async () => {
    pages.set('/a', { body: article(LINK) });
    const [id = ''] = await ledger.place(on('/a'));
    await check();
    expect(await ledger.row(id)).toMatchObject({
      state: 'live',
      last_verdicts: 'live',
      seen_anchor: 'the shop',
      seen_rel: '',
      page_status: 200,
      finding_codes: [],
      next_check_reason: 'regular',
    });
    pages.set('/a', { body: article('nothing') });
    for (const hours of [26, 3, 12, 12, 24]) await later(hours);
    expect(await ledger.row(id)).toMatchObject({
      state: 'removed',
      finding_codes: ['link_absent'],
      seen_rel: null,
    });
    pages.set('/a', { body: article(LINK) });
    await later(26);
    expect(await story(id)).toEqual([
      'live -> live',
      'absent -> live',
      'absent -> live',
      'absent -> live',
      'absent -> live',
      'absent -> removed',
      'live -> live',
    ]);
    expect(await told()).toEqual([
      { from: 'awaited', to: 'live', change: 'first_seen' },
      { from: 'live', to: 'removed', change: 'lost' },
      { from: 'removed', to: 'live', change: 'back' },
    ]);
  });

  it('differs when an agreed term is not met', async () => {
    pages.set('/a', { body: article(`<a rel="nofollow" href="${SHOP}">shop</a>`) });
    const [id = ''] = await ledger.place(on('/a', { relStanding: 'agreed', relValue: 'follow' }));
    await check();
    expect(await ledger.row(id)).toMatchObject({
      state: 'differs',
      finding_codes: ['rel_not_follow'],
      unmet_terms: 1,
      seen_rel: 'nofollow',
    });
  });

  it('whose import finds nothing is removed as its baseline, and nobody is told', async () => {
    pages.set('/a', { body: article('nothing') });
    const [id = ''] = await ledger.place(on('/a', { takesBaseline: true }));
    await check();
    expect(await ledger.row(id)).toMatchObject({
      state: 'removed',
      is_baseline_removed: true,
      takes_baseline: false,
    });
    expect(await told()).toEqual([{ from: 'awaited', to: 'removed', change: null }]);
  });

  it('shares one request with all that stand on the same page, of other workspaces too', async () => {
    pages.set('/a', { body: article(`${LINK} and <a href="https://tools.example/">tools</a>`) });
    const neighbour = await aLedger(app.database, app.clock.now());
    const [mine = '', other = ''] = await ledger.place(
      on('/a'),
      on('/a', { targetUrl: 'https://tools.example/' }),
    );
    const [theirs = ''] = await neighbour.place(on('/a'));
    await check();
    expect(sites.log.map((request) => request.path)).toEqual(['/robots.txt', '/a']);
    expect([await ledger.row(mine), await ledger.row(other), await neighbour.row(theirs)]).toEqual(
      Array.from({ length: 3 }, () => expect.objectContaining({ state: 'live' })),
    );
  });

  it('keeps its evidence once, however often the same is seen', async () => {
    pages.set('/a', { body: article(LINK) });
    const [id = ''] = await ledger.place(on('/a'));
    await check();
    await later(30);
    await later(24 * 8);
    expect((await story(id)).length).toBe(3);
    const kept = await app.database.asOwner('select hash from evidence where placement_id = $1', [id]);
    expect(kept).toHaveLength(1);
  });

  it('is not asked for again while its host wants to be left alone', async () => {
    pages.set('/a', { status: 429, headers: { 'retry-after': '7200' } });
    pages.set('/b', { body: article(LINK) });
    const [limited = '', waiting = ''] = await ledger.place(
      on('/a'),
      on('/b', { nextCheckAt: new Date(TEST_NOW.getTime() + 1) }),
    );
    app.clock.advance({ seconds: 1 });
    await check();
    expect(sites.log.map((request) => request.path)).toEqual(['/robots.txt', '/a']);
    expect(await story(limited)).toEqual(['unreachable -> awaited']);
    expect(await story(waiting)).toEqual([]);
    await later(1);
    expect(await story(waiting)).toEqual([]);
    await later(1.1);
    expect(await story(waiting)).toEqual(['live -> live']);
  });

  it('carries that its target fails, and gets no worse while it does', async () => {
    const target = sites.url('127.0.0.3', '/target');
    pages.set('/a', { body: article(`<a href="${target}">us</a>`) });
    pages.set('/target', { status: 500 });
    const targetPageId = await ledger.targetPage(target);
    const [id = ''] = await ledger.place(on('/a', { targetUrl: target, targetPageId }));
    await check();
    expect(await ledger.row(id)).toMatchObject({ target_failing: true });
    pages.set('/a', { body: article('nothing') });
    for (const hours of [26, 26, 26, 26]) await later(hours);
    expect(await ledger.row(id)).toMatchObject({ state: 'live' });
    pages.set('/target', { body: article('here') });
    await later(26);
    expect(await ledger.row(id)).toMatchObject({ target_failing: false });
    const kinds = await app.database.asOwner(
      `select kind from events where kind like 'target_page.%' order by id`,
    );
    expect(kinds).toEqual([{ kind: 'target_page.failing' }, { kind: 'target_page.recovered' }]);
  });

  it('tells once that a site changed its character', async () => {
    for (const path of ['/a', '/b']) pages.set(path, { body: article(LINK) });
    await ledger.place(on('/a'), on('/b'));
    await check();
    for (const path of ['/a', '/b'])
      pages.set(path, { body: article('judi', `Slot gacor ${path}`, 'id').replaceAll('Gardens', 'Slot') });
    for (const hours of [26, 26, 26]) await later(hours);
    const events = await app.database.asOwner(`select 1 from events where kind = 'site.character_changed'`);
    expect(events).toHaveLength(1);
    const [site] = await app.database.asOwner('select character_changed_at from sites where id = $1', [
      ledger.siteId,
    ]);
    expect(site).toMatchObject({ character_changed_at: expect.any(Date) });
  });

  it('the ledger does not take is left alone for an hour, and the others of its host are recorded', async () => {
    pages.set('/a', { body: article(LINK) });
    pages.set('/b', { body: article(`<a href="${SHOP}">poison</a>`) });
    const [good = '', bad = ''] = await ledger.place(on('/a'), on('/b'));
    await app.database.asOwner(
      `alter table placements add constraint poison check (seen_anchor <> 'poison')`,
    );
    await check();
    await app.database.asOwner('alter table placements drop constraint poison');
    expect([await story(good), await story(bad)]).toEqual([['live -> live'], []]);
    expect(await ledger.row(bad)).toMatchObject({ next_check_at: new Date(TEST_NOW.getTime() + 3_600_000) });
    await later(1);
    expect(await story(bad)).toEqual(['live -> live']);
  });
});
