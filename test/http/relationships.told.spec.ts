import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LinkEntriesService } from '../../src/modules/relationships/link-entries.service.js';
import { LinkingSiteIntake } from '../../src/modules/relationships/linking-site-intake.service.js';
import { RelationshipsService } from '../../src/modules/relationships/relationships.service.js';
import { Database } from '../../src/platform/database/database.js';
import { newId } from '../../src/platform/database/id.js';
import { aBrand, finished, type MadeBrand, made } from '../builders/agency.js';
import { checksums } from '../builders/checksums.js';
import { table } from '../builders/import-files.js';
import { type ListStep, ToldModel, type ToldStep, toldSteps } from '../builders/told-model.js';
import { startApp, TEST_NOW, type TestApp } from './app.js';
import type { Answer } from './browser.js';
import { invite, type Person, setUp } from './people.js';

let app: TestApp;
let owner: Person;
let shop: MadeBrand;
let tools: MadeBrand;

beforeAll(async () => {
  app = await startApp();
  owner = await setUp(app);
  shop = await aBrand(owner, 'shop');
  tools = await aBrand(owner, 'tools');
});
afterAll(() => app.close());

type View = Answer['body'];
const get = async (path: string, who = owner): Promise<View> => (await who.browser.get(path)).body;
const start = async (id: string, act: string) =>
  finished(app, owner, await owner.browser.post(`/imports/${id}/${act}`));

const AHREFS = 'Domain|DR|Dofollow linked domains|Links to target|Dofollow links|First seen|Lost';
const SEMRUSH = 'Domain ascore|Domain|Backlinks|First seen|Last seen';

/** Brings a list in and answers its id. */
async function bring(text: string, options: Record<string, unknown>): Promise<string> {
  const form = new FormData();
  form.set('file', new Blob([text]), 'list.csv');
  const answer = await owner.browser.send('POST', '/imports', { raw: form });
  const id = made(answer);
  const { content, mapping } = answer.body;
  expect(content).toBe('linking_sites');
  const body = { content, mapping, options: { ...answer.body.options, ...options } };
  expect(await owner.browser.put(`/imports/${id}/mapping`, body)).toMatchObject({ status: 200 });
  expect(await start(id, 'run')).toMatchObject({ state: 'done' });
  return id;
}
const counts = async (id: string): Promise<View> => (await get(`/imports/${id}`)).summary.linkingSites;
const rows = async (query: string, who = owner): Promise<View[]> =>
  (await get(`/relationships?${query}`, who)).items;
async function between(host: string, brandId = shop.brandId): Promise<View> {
  const [row] = await rows(`brandId=${brandId}&search=${host}`);
  return get(`/relationships/${String(row?.id)}`);
}

describe('a list of sites that link to us', () => {
  it('is kept as what the tool says, not as links', async () => {
    const before = await checksums(app.database, owner.workspaceId);
    const list = table(AHREFS, [
      'gone.example|20|1|0|0|2025-01-01|2026-10-01',
      'news.example|45|3|12|8|2026-01-02|',
      'blog.news.example|45|3|4||2026-03-02|',
    ]);
    const id = await bring(list, { brandId: shop.brandId, observedOn: '2026-11-01' });
    expect(await counts(id)).toEqual({ new: 2, lost: 1, again: 0 });
    expect(await between('news.example')).toMatchObject({
      arrows: { toUs: 'told' },
      ...{ toUsLive: 0, toUsUnknown: 0, oldestOn: null },
      told: { state: 'live', source: 'ahrefs', links: 16, asOf: '2026-11-01' },
      toldBy: [
        { host: 'blog.news.example', links: 4, followLinks: null, firstSeenOn: '2026-03-02' },
        { host: 'news.example', links: 12, followLinks: 8, firstSeenOn: '2026-01-02', importId: id },
      ],
      sentence: {
        text: 'Ahrefs tells of 16 links from them to us, as of November 1, 2026 and without the pages, whether we link to them is not known.',
      },
    });
    expect(await between('gone.example')).toMatchObject({
      arrows: { toUs: 'was_told' },
      toldBy: [{ state: 'lost', lostAt: '2026-10-01T00:00:00.000Z' }],
    });
    expect(await app.database.asOwner('select 1 from links')).toEqual([]);
    expect((await rows('direction=told')).map(({ displayHost }) => displayHost)).toEqual(['news.example']);
    expect((await rows('direction=none')).map(({ displayHost }) => displayHost)).toEqual(['gone.example']);
    expect(await get('/relationships/counts')).toMatchObject({ all: 2, told: 1, toUs: 0, none: 1 });
    expect(await get(`/relationships/summary?clientId=${shop.clientId}`)).toMatchObject({ told: 1 });
    const { body: csv } = await owner.browser.get('/relationships/export');
    expect(String(csv)).toContain(',told,0,0,ahrefs,16,2026-11-01,');
    expect(await start(id, 'undo')).toMatchObject({ state: 'done' });
    expect(await checksums(app.database, owner.workspaceId)).toEqual(before);
  });

  it('is compared with the lists of the same tool before: what is new, what is lost', async () => {
    const line = (host: string) => `${host}.example|45|3|2|1|2026-01-02|`;
    const complete = { brandId: shop.brandId, isComplete: true };
    const list = (hosts: readonly string[], observedOn: string) =>
      bring(table(AHREFS, hosts.map(line)), { ...complete, observedOn });
    const first = await list(['stays', 'goes'], '2026-11-01');
    expect(await counts(first)).toEqual({ new: 2, lost: 0, again: 0 });
    const other = table(SEMRUSH, ['40|goes.example|7|2026-02-01|2026-10-30']);
    const semrush = await bring(other, { brandId: shop.brandId, observedOn: '2026-11-05' });
    expect(await counts(semrush)).toEqual({ new: 1, lost: 0, again: 0 });
    const before = await checksums(app.database, owner.workspaceId);

    const second = await list(['stays', 'comes'], '2026-11-10');
    expect(await counts(second)).toEqual({ new: 1, lost: 1, again: 1 });
    const gone = await between('goes.example');
    expect(gone).toMatchObject({
      arrows: { toUs: 'told' },
      told: { source: 'semrush', links: 7 },
      toldBy: [
        { source: 'ahrefs', state: 'lost', lostReason: 'not_in_export', asOf: '2026-11-10' },
        { source: 'semrush', state: 'live', links: 7, lastSeenAt: '2026-10-30T00:00:00.000Z' },
      ],
    });
    const old = await list(['ages'], '2026-09-01');
    expect(await counts(old)).toEqual({ new: 1, lost: 0, again: 0 });
    const back = await list(['stays', 'comes', 'goes', 'ages'], '2026-11-12');
    expect(await counts(back)).toEqual({ new: 0, lost: 0, again: 4 });
    for (const id of [back, old, second]) await start(id, 'undo');
    expect(await checksums(app.database, owner.workspaceId)).toEqual(before);
    for (const id of [semrush, first]) await start(id, 'undo');
  });

  it('is seen by those who see the client', async () => {
    const id = await bring(table(AHREFS, ['seen.example|45|3|2|1||']), { brandId: shop.brandId });
    const limited = await invite(app, owner, { role: 'member', clientIds: [tools.clientId] });
    expect(await rows('search=seen.example', limited)).toEqual([]);
    expect(await rows('search=seen.example')).toHaveLength(1);
    await start(id, 'undo');
  });
});

describe('sites of which a tool tells', () => {
  const post = async (path: string, body: object = {}): Promise<View> => {
    const answer = await owner.browser.post(path, body);
    if (answer.status > 299) throw new Error(JSON.stringify(answer.body));
    return answer.body;
  };
  /** What tools say and what it comes to, to the last byte; of the act itself a journal stays. */
  async function expectSame(before: Record<string, string>): Promise<void> {
    const after = await checksums(app.database, owner.workspaceId);
    for (const name of ['linking_sites', 'relationships', 'sites', 'site_latest_metrics'])
      expect([name, after[name]]).toEqual([name, before[name]]);
  }
  const told = async (host: string) => (await between(host)).told;

  it('are one after a merge, and two again after its undo, to the checksum', async () => {
    const list = table(AHREFS, ['old-name.example|1|1|5|1||', 'new-name.example|1|1|7|1||']);
    const id = await bring(list, { brandId: shop.brandId });
    const before = await checksums(app.database, owner.workspaceId);
    const [kept, other] = [await between('new-name.example'), await between('old-name.example')];
    const wish = { kind: 'site', keptId: kept.siteId, otherId: other.siteId, choices: {} };
    const merge = await post('/merges', wish);
    expect(await told('new-name.example')).toMatchObject({ links: 12 });
    const again = await bring(table(AHREFS, ['old-name.example|1|1|6|1||']), { brandId: shop.brandId });
    expect(await told('new-name.example')).toMatchObject({ links: 13 });
    await start(again, 'undo');
    await post(`/merges/${merge.id}/undo`);
    expect(await told('new-name.example')).toMatchObject({ links: 7 });
    await expectSame(before);
    await start(id, 'undo');
  });

  it('are filed under a sub-site by the host the tool named, and rejoined', async () => {
    const list = table(AHREFS, ['daily.example|1|1|5|1||', 'sport.daily.example|1|1|7|1||']);
    const id = await bring(list, { brandId: shop.brandId });
    expect(await told('daily.example')).toMatchObject({ links: 12 });
    const before = await checksums(app.database, owner.workspaceId);
    const sport = await post('/sites', { address: 'https://sport.daily.example/' });
    expect((await between('sport.daily.example')).told).toMatchObject({ links: 7 });
    const [act] = (await get(`/merges?recordId=${String(sport.id)}`)).items;
    await post(`/merges/${String(act.id)}/undo`);
    await expectSame(before);
    expect(await told('daily.example')).toMatchObject({ links: 12 });
    await start(id, 'undo');
  });
});

const DAY = 86_400_000;

/** One site and one of its pages, told of through the real services. */
class RealTold {
  private readonly imports: string[] = [];

  constructor(
    private readonly scope: { workspaceId: string; userId: string },
    private readonly at: { readonly id: string; readonly siteId: string; readonly brand: MadeBrand },
  ) {}

  async play(step: ToldStep): Promise<void> {
    if (step.does === 'list_undone') return this.undo(this.imports[step.which] ?? '');
    if ('tool' in step) return this.bring(step);
    if (step.does === 'page_removed') return this.removePage();
    const ends = { sourceUrl: 'https://truth.example/page', targetUrl: 'https://tools.example/' };
    const state = step.does === 'page_live' ? ('live' as const) : ('lost' as const);
    await app.get(LinkEntriesService).enter(this.scope, this.at.id, { direction: 'to_us', state, ...ends });
  }

  private async bring(step: ListStep): Promise<void> {
    const list = {
      ...{ ...this.at.brand, source: step.tool, importId: newId() },
      observedAt: new Date(app.clock.now().getTime() - step.daysAgo * DAY),
    };
    this.imports.push(list.importId);
    const intake = app.get(LinkingSiteIntake);
    const fact = { siteId: this.at.siteId, named: 'truth.example', linkCount: 3 };
    const lost = step.does === 'list_lost' ? { lostAt: new Date(list.observedAt.getTime() - DAY) } : {};
    await this.within(async () => {
      if (step.does === 'list_complete_without') await intake.concludeComplete(list, 100, null);
      else await intake.bring([{ ...fact, ...lost }], list);
    });
  }

  async undoAll(): Promise<void> {
    for (const id of this.imports) await this.undo(id);
    await this.removePage();
  }

  private async removePage(): Promise<void> {
    const links = await app.database.asOwner<{ id: string }>('select id from links where site_id = $1', [
      this.at.siteId,
    ]);
    for (const { id } of links) await app.get(LinkEntriesService).remove(this.scope, id);
  }

  private async undo(id: string): Promise<void> {
    while ((await this.within(() => app.get(LinkingSiteIntake).withdraw(id, 1))) > 0);
  }

  private within<Result>(work: () => Promise<Result>): Promise<Result> {
    return app.get(Database).inWorkspace(this.scope, work);
  }
}

it('the page tells the truth after any sequence of lists, complete lists, undoings and pages that become known', async () => {
  const scope = { workspaceId: owner.workspaceId, userId: owner.userId };
  const wish = { brandId: tools.brandId, siteAddress: 'truth.example' };
  const relationships = app.get(RelationshipsService);
  const { id, siteId } = await relationships.add(scope, wish, 'en');
  await fc.assert(
    fc.asyncProperty(toldSteps, async (steps) => {
      const model = new ToldModel();
      const real = new RealTold(scope, { id, siteId, brand: tools });
      app.clock.setTo(TEST_NOW);
      for (const step of steps) {
        app.clock.advance({ hours: 48 });
        const today = Math.floor(app.clock.now().getTime() / DAY);
        if (!model.play(step, today)) continue;
        await real.play(step);
        const { arrows, toldBy } = await relationships.get(scope, id, 'en');
        expect([step.does, arrows.toUs]).toEqual([step.does, model.arrow]);
        for (const tool of ['ahrefs', 'semrush'])
          expect(toldBy.find(({ source }) => source === tool)?.state ?? null).toBe(model.wordOf(tool));
      }
      await real.undoAll();
    }),
    { numRuns: 40 },
  );
}, 120_000);
