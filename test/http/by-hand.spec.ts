import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DemoAddress } from '../../src/platform/fetch/demo-address.js';
import { JobRuntime } from '../../src/platform/jobs/job-runtime.js';
import { aBrand, type MadeBrand, made } from '../builders/agency.js';
import { type LocalAnswer, LocalServer } from '../builders/local-server.js';
import { startApp, TEST_NOW, type TestApp } from './app.js';
import { invite, type Person, setUp, signIn } from './people.js';

const FILLER = 'Herons stand still for a long time and then move very fast. '.repeat(8);

/** Sites by host and path. What is not here is 404. */
const SITES: Readonly<Record<string, Readonly<Record<string, LocalAnswer>>>> = {
  'paper.demo.test': {
    '/robots.txt': { type: 'text/plain', body: 'User-agent: *\nDisallow: /closed' },
    '/links': {
      body: `<html lang="en"><title>Good reading - The Paper</title><h1>Good reading</h1><p>${FILLER}</p>
        <p>Read <a href="http://gone.demo.test/study">the old study</a> first. Then <a href="http://alive.demo.test/">this one</a>.
        The <a href="http://gone.demo.test/other">other study</a> is shorter, and <a href="http://busy.demo.test/">that site</a> is full.</p>`,
    },
    '/mention': {
      body: `<html lang="nl"><title>Winkels</title><article><h1>Winkels</h1><p>Door <a rel="author" href="/ann">Ann Quay</a></p>
        <time datetime="2026-03-01">1 maart</time><p>${FILLER}</p><p>Bij Brand heron weten ze alles. Ga eens kijken.</p></article>`,
    },
    '/closed/page': { body: 'closed' },
  },
  'alive.demo.test': { '/': { body: `<p>${FILLER}</p>` } },
  'busy.demo.test': { '/': { status: 503, body: 'full' } },
};

let app: TestApp;
let owner: Person;
let heron: MadeBrand;
let web: LocalServer;
beforeAll(async () => {
  web = await LocalServer.start(({ host, path }) => SITES[host]?.[path] ?? { status: 404, body: 'gone' });
  app = await startApp({
    settings: { LINKLEDGER_FETCH_ALLOW: '127.0.0.0/8', LINKLEDGER_HOST_GAP_MS: '20' },
  });
  app.get(DemoAddress).current = { suffix: '.demo.test', address: '127.0.0.1', port: web.port };
  owner = await setUp(app);
  heron = await aBrand(owner, 'heron');
});
afterAll(async () => {
  await app.close();
  await web.close();
});

const aCampaign = async (kind: string): Promise<string> =>
  made(await owner.browser.post('/campaigns', { brandId: heron.brandId, kind, name: `Herons ${kind}` }));

/** Has a page read for a campaign; answers the reading once it is over. */
async function read(campaignId: string, url: string) {
  const started = await owner.browser.post('/suggestions/read-page', { campaignId, url });
  expect(started.status).toBe(202);
  await app.get(JobRuntime).drain();
  return (await owner.browser.get(`/suggestions/readings/${started.body.jobId}`)).body;
}

type Field = { readonly key: string; readonly value: unknown; readonly where: string };
const values = (fields: readonly Field[]) => Object.fromEntries(fields.map(({ key, value }) => [key, value]));

describe('a page with dead links', () => {
  let campaignId: string;
  let reading: Awaited<ReturnType<typeof read>>;
  beforeAll(async () => {
    campaignId = await aCampaign('broken_link');
    reading = await read(campaignId, 'http://paper.demo.test/links');
  });

  it('tells its title and language, and of each link whether it leads anywhere', () => {
    expect(reading).toMatchObject({
      state: 'done',
      finished: 5,
      total: 5,
      result: { isRead: true, language: 'en' },
    });
    const { fields, links } = reading.result;
    expect(values(fields)).toEqual({ pageUrl: 'http://paper.demo.test/links', pageTitle: 'Good reading' });
    expect(fields[1]).toMatchObject({ where: 'page_heading', quote: 'Good reading' });
    expect(
      links.map(({ url, answer, finding, status }: Record<string, unknown>) => [
        url,
        answer,
        finding,
        status,
      ]),
    ).toEqual([
      ['http://gone.demo.test/study', 'dead', 'page_gone', 404],
      ['http://alive.demo.test/', 'answers', null, 200],
      ['http://gone.demo.test/other', 'dead', 'page_gone', 404],
      ['http://busy.demo.test/', 'unknown', 'server_error', 503],
    ]);
    expect(links[0]).toMatchObject({ anchor: 'the old study', sentence: 'Read the old study first.' });
  });

  it('is asked politely: robots.txt of each host before its pages', () => {
    const asked = web.log.filter(({ host }) => host === 'gone.demo.test').map(({ path }) => path);
    expect(asked).toEqual(['/robots.txt', '/study', '/other']);
  });

  it('becomes a pitch whose dead page is proven on two days, not on one', async () => {
    const fields = { ...values(reading.result.fields), deadUrl: 'http://gone.demo.test/study' };
    const pitch = await owner.browser.post(`/campaigns/${campaignId}/pitches`, {
      siteAddress: 'paper.demo.test',
      fields,
    });
    made(pitch);
    const path = `/pitches/${pitch.body.id}/prove`;
    const first = await owner.browser.post(path);
    expect(first.body).toMatchObject({
      sight: { on: '2026-11-20', status: 404, finding: 'page_gone', isDead: true },
      isProven: false,
      days: 1,
      daysNeeded: 2,
    });
    expect((await owner.browser.post(path)).body).toMatchObject({ isProven: false, days: 1 });
    const tasks = async () =>
      (await owner.browser.get(`/tasks?pitchId=${pitch.body.id}&kind=prove`)).body.items;
    expect(await tasks()).toMatchObject([
      { dueOn: '2026-11-21', facts: { url: 'http://gone.demo.test/study' } },
    ]);
    app.clock.advance({ days: 1 });
    const tomorrow = await signIn(app, owner.email);
    expect((await tomorrow.browser.post(path)).body).toMatchObject({
      isProven: true,
      days: 2,
      sight: { on: '2026-11-21' },
    });
    app.clock.setTo(TEST_NOW);
    expect(await tasks()).toEqual([]);
    const shown = (await owner.browser.get(`/pitches/${pitch.body.id}`)).body;
    expect(shown.fields.proof).toHaveLength(3);
  });
});

describe('a page that names the brand', () => {
  it('gives the sentence, its author and its day, and says that there is no link', async () => {
    const reading = await read(await aCampaign('unlinked_mention'), 'http://paper.demo.test/mention');
    expect(values(reading.result.fields)).toEqual({
      pageUrl: 'http://paper.demo.test/mention',
      pageTitle: 'Winkels',
      author: 'Ann Quay',
      mentionedOn: '2026-03-01',
      sentence: 'Bij Brand heron weten ze alles.',
      linkedElsewhere: false,
    });
    expect(reading.result).toMatchObject({ language: 'nl', mention: { answer: 'unlinked', links: [] } });
  });
});

describe('a page that cannot be read', () => {
  it.each([
    ['is closed to us', 'http://paper.demo.test/closed/page', { finding: 'robots_denied' }],
    ['is gone', 'http://paper.demo.test/nothing', { status: 404, finding: 'page_gone' }],
  ])('says that it %s, and proposes nothing', async (_, url, expected) => {
    const reading = await read(await aCampaign('guest_blogging'), url);
    expect(reading).toMatchObject({ state: 'done', result: { isRead: false, fields: [], ...expected } });
  });
});

describe('a pasted request', () => {
  let campaignId: string;
  beforeAll(async () => {
    campaignId = await aCampaign('haro');
  });
  const readText = (text: string, who = owner) =>
    who.browser.post('/suggestions/read-text', { campaignId, text });

  it('proposes the fields of a pitch, which can be made of it', async () => {
    const text =
      'Media outlet: Canal Post (https://canal.example)\nDeadline: 24 November 2026, 5pm CET\nEmail: eve@canal.example\nQuery: Why do locks leak?';
    const { body } = await readText(text);
    expect(body).toMatchObject({
      layout: 'labelled',
      problem: null,
      requests: [{ deadlineAt: '2026-11-24T16:00:00.000Z', isOverdue: false }],
    });
    const [request] = body.requests;
    const fields = values(request.fields);
    expect(fields).toMatchObject({
      outlet: 'Canal Post',
      deadlineOn: '2026-11-24',
      replyAddress: 'eve@canal.example',
    });
    const pitch = await owner.browser.post(`/campaigns/${campaignId}/pitches`, {
      siteAddress: request.outletUrl,
      fields,
    });
    made(pitch);
    expect((await owner.browser.post(`/pitches/${pitch.body.id}/prove`)).body.code).toBe(
      'pitch.nothing_to_prove',
    );
  });

  it('is refused when it is empty, or to who only reads', async () => {
    expect((await readText('From: a@b.example\nTo: c@d.example\n\n')).body.code).toBe(
      'suggestion.text_empty',
    );
    const viewer = await invite(app, owner, { role: 'viewer' });
    expect((await readText('x', viewer)).status).toBe(403);
  });
});

describe('the register of assets', () => {
  const add = (wish: object) =>
    owner.browser.post('/assets', { brandId: heron.brandId, type: 'guide', title: 'Guide', ...wish });

  it('keeps what a brand has, each change once', async () => {
    const asset = await add({ url: 'heron.example/guide', status: 'ready', topics: ['water', ' water '] });
    made(asset);
    expect(asset.body).toMatchObject({
      url: 'https://heron.example/guide',
      topics: ['water'],
      brandName: 'Brand heron',
      pitchCount: 0,
    });
    const change = (body: object) => owner.browser.patch(`/assets/${asset.body.id}`, body);
    expect((await change({ revision: 1, url: 'https://heron.example/guide' })).body.revision).toBe(1);
    expect((await change({ revision: 1, url: null })).body.code).toBe('asset.address_needed');
    expect((await change({ revision: 1, status: 'retired', url: null })).body).toMatchObject({
      status: 'retired',
      revision: 2,
    });
    expect((await change({ revision: 1, title: 'x' })).body.code).toBe('asset.changed_meanwhile');
    await owner.browser.post(`/assets/${asset.body.id}/archive`);
    expect((await change({ revision: 3, title: 'x' })).body.code).toBe('asset.archived');
    expect((await owner.browser.get('/assets?archived=true')).body.items).toHaveLength(1);
    expect((await owner.browser.post(`/assets/${asset.body.id}/restore`)).body.archivedAt).toBeNull();
  });

  it('is a client’s own, counts the pitches that offer one, and is refused what does not fit', async () => {
    const asset = made(await add({ title: 'Tool', type: 'tool' }));
    const campaignId = await aCampaign('digital_pr');
    made(
      await owner.browser.post(`/campaigns/${campaignId}/pitches`, {
        siteAddress: 'alive.demo.test',
        assetId: asset,
      }),
    );
    expect((await owner.browser.get(`/assets/${asset}`)).body.pitchCount).toBe(1);
    expect((await owner.browser.get('/assets?type=tool,visual')).body.total).toBe(1);
    const other = await aBrand(owner, 'otter');
    const limited = await invite(app, owner, { role: 'member', clientIds: [other.clientId] });
    expect((await limited.browser.get(`/assets/${asset}`)).status).toBe(404);
    expect((await limited.browser.get('/assets')).body.items).toEqual([]);
    const page = await owner.browser.post(`/brands/${other.brandId}/target-pages`, {
      url: 'https://otter.example/page',
    });
    expect((await add({ targetPageId: page.body.id })).body.errors).toMatchObject([
      { field: 'targetPageId' },
    ]);
    expect((await add({ status: 'ready' })).body.code).toBe('asset.address_needed');
  });
});
