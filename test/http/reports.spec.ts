import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { unzipSync } from 'fflate';
import { canonicalJson } from '../../src/core/reports/canonical.js';
import { sha256 } from '../../src/platform/crypto/secrets.js';
import { aBrand, aPlacement, check, finished, type MadeBrand, made } from '../builders/agency.js';
import { aCampaign } from '../builders/campaigns.js';
import { anOccurrence, aPage, aVisit } from '../builders/visit.js';
import { startApp, TEST_NOW, type TestApp } from './app.js';
import { type Answer, Browser } from './browser.js';
import { anotherWorkspace, invite, type Person, setUp } from './people.js';

const PICTURES = ['89504e470d0a1a0a00', '89504e470d0a1a0a01'].map((hex) => Buffer.from(hex, 'hex'));

let app: TestApp;
let owner: Person;
beforeAll(async () => {
  app = await startApp();
  owner = await setUp(app);
});
afterAll(() => app.close());

const seen = (rel: string[] = []) => aVisit({ page: aPage({ occurrences: [anOccurrence({ rel })] }) });
const unreadable = aVisit({ failure: { code: 'timeout', detail: null }, status: null, page: null });

async function logo(clientId: string, picture: Buffer | undefined): Promise<void> {
  const form = new FormData();
  form.set('logo', new Blob([picture ?? '']), 'logo.png');
  const answer = await owner.browser.send('PUT', `/clients/${clientId}/logo`, { raw: form });
  expect(answer.status).toBe(200);
}

async function bytes(path: string, browser: Browser = owner.browser): Promise<Buffer> {
  const cookie = browser.cookie('linkledger');
  const headers = cookie === undefined ? {} : { cookie: `linkledger=${cookie}` };
  return Buffer.from(await (await fetch(`${app.url}/api/v1${path}`, { headers })).arrayBuffer());
}

async function draft(clientId: string, wish: object = {}): Promise<Answer['body']> {
  const answer = await owner.browser.post('/reports', { clientId, month: '2026-11', ...wish });
  made(answer);
  return answer.body;
}

async function sent(clientId: string, wish: object = {}): Promise<Answer['body']> {
  const { id, revision } = await draft(clientId, wish);
  return (await owner.browser.post(`/reports/${String(id)}/send`, { revision })).body;
}

async function shared(reportId: unknown, days = 7): Promise<{ id: string; url: string; token: string }> {
  const { body } = await owner.browser.post(`/reports/${String(reportId)}/links`, { days });
  return { id: body.id, url: body.url, token: String(body.url).split('/').at(-1) ?? '' };
}

const links = (report: Answer['body'], section: string): Answer['body'][] =>
  report.document.sections.find((one: Answer['body']) => one.key === section)?.links ?? [];

describe('a draft', () => {
  let brand: MadeBrand;
  let report: Answer['body'];

  beforeAll(async () => {
    brand = await aBrand(owner, 'shop');
    const campaign = await aCampaign(owner, brand.brandId, { agreedPerMonth: 2 });
    await owner.browser.patch(`/campaigns/${campaign.id}`, {
      revision: campaign.revision,
      status: 'running',
    });
    const places = ['fresh', 'kept', 'lost', 'silent', 'awaited'].map(
      (name) => `https://${name}.example/post`,
    );
    const ids: string[] = [];
    for (const sourceUrl of places) ids.push((await aPlacement(owner, brand.brandId, { sourceUrl })).id);
    const [fresh, kept, lost, silent] = ids;
    await check(app, owner, String(fresh), seen(['nofollow']));
    for (const id of [kept, lost, silent]) await check(app, owner, String(id), seen());
    await app.database.asOwner(
      `update placements set first_live_at = '2026-09-05T09:00:00Z', state_since = '2026-09-05T09:00:00Z' where id = any ($1)`,
      [[kept, lost, silent]],
    );
    await app.database.asOwner('update placements set campaign_id = $1 where id = $2', [campaign.id, fresh]);
    await app.database.asOwner(
      `update placements set state = 'removed', state_since = '2026-11-10T09:00:00Z' where id = $1`,
      [lost],
    );
    await check(app, owner, String(silent), unreadable);
    const { siteId } = (await owner.browser.get(`/placements/${String(kept)}`)).body;
    await owner.browser.post(`/sites/${siteId}/metrics`, {
      ...{ source: 'ahrefs', metric: 'domain_rating', value: 54, measuredOn: '2026-11-01' },
    });
    report = await draft(brand.clientId);
  });

  it('says of each link where it stands, with who measured its site and when it was looked at', () => {
    expect(report.document.title).toBe('Links in November 2026');
    const [kept, silent] = links(report, 'kept');
    expect(kept).toMatchObject({
      ...{ sourceUrl: 'https://kept.example/post', anchor: 'the guide', rel: '', relText: 'followed' },
      ...{ authorityText: 'Ahrefs domain rating 54', authority: { measuredOn: '2026-11-01', value: 54 } },
      ...{ standing: 'live', standingText: 'Live', checkedAt: TEST_NOW.toISOString() },
    });
    expect(silent).toMatchObject({
      ...{ site: 'silent.example', standing: 'could_not_tell', authorityText: 'not measured' },
      standingText:
        'Could not tell: the page could not be read on 20 November 2026; last seen on 20 November 2026',
    });
    expect(links(report, 'delivered')).toMatchObject([{ rel: 'nofollow', campaign: 'Autumn posts' }]);
    expect(links(report, 'lost')).toMatchObject([{ site: 'lost.example', standing: 'removed' }]);
    expect(links(report, 'awaited')).toMatchObject([{ site: 'awaited.example', standing: 'awaited' }]);
  });

  it('counts what was delivered against what was agreed', () => {
    expect(report.document.goals).toEqual([
      { brand: 'Brand shop', campaign: 'Autumn posts', agreed: 2, delivered: 1 },
    ]);
    const figures = report.document.figures.map((one: Answer['body']) => [one.key, one.value, one.note]);
    expect(figures).toEqual([
      ['delivered', 1, 'of 2 agreed'],
      ['kept', 2, null],
      ['lost', 1, null],
      ['awaited', 1, null],
      ['unknown', 1, null],
    ]);
  });

  it('is built anew at each look, and takes a comment and a language', async () => {
    const path = `/reports/${report.id}`;
    const changed = await owner.browser.patch(path, {
      ...{ revision: report.revision, comment: ' A good month. ', locale: 'nl' },
    });
    expect(changed.body.document).toMatchObject({
      title: 'Links in november 2026',
      comment: 'A good month.',
    });
    const stale = await owner.browser.patch(path, { revision: report.revision, comment: 'No.' });
    expect(stale.body.code).toBe('report.changed_meanwhile');
    await owner.browser.patch(`/clients/${brand.clientId}`, { name: 'Shop and Sons' });
    expect((await owner.browser.get(path)).body.document.client).toBe('Shop and Sons');
  });

  it('asks for a fresh look at every link, and says how far that is', async () => {
    app.clock.advance({ minutes: 1 });
    const path = `/reports/${report.id}`;
    const job = await finished(app, owner, await owner.browser.post(`${path}/refresh-checks`));
    expect(job).toMatchObject({ state: 'done', total: 5, finished: 5, failed: 0 });
    expect((await owner.browser.get(path)).body.checks).toMatchObject({ total: 5, unknown: 1 });
    const due = await app.database.asOwner<{ n: number }>(
      'select count(*)::int as n from placements where client_id = $1 and next_check_at <= $2',
      [brand.clientId, app.clock.now()],
    );
    expect(due[0]?.n).toBe(5);
  });

  it('is one for each month that has begun', async () => {
    const again = await owner.browser.post('/reports', { clientId: brand.clientId, month: '2026-11' });
    expect([again.status, again.body.code]).toEqual([409, 'report.draft_exists']);
    const early = await owner.browser.post('/reports', { clientId: brand.clientId, month: '2026-12' });
    expect([early.status, early.body.code]).toEqual([422, 'report.month_not_begun']);
    expect(
      (await owner.browser.post('/reports', { clientId: brand.clientId, month: '2026-13' })).status,
    ).toBe(400);
    expect((await owner.browser.post(`/reports/${report.id}/links`, { days: 1 })).body.code).toBe(
      'report.not_sent',
    );
    expect((await owner.browser.delete(`/reports/${report.id}`)).status).toBe(204);
    expect((await owner.browser.get(`/reports/${report.id}`)).status).toBe(404);
  });
});

describe('a report that was sent', () => {
  let brand: MadeBrand;
  let report: Answer['body'];
  let placement: Answer['body'];

  beforeAll(async () => {
    brand = await aBrand(owner, 'fern');
    placement = await aPlacement(owner, brand.brandId, { sourceUrl: 'https://once.example/post' });
    await check(app, owner, placement.id, seen());
    await logo(brand.clientId, PICTURES[0]);
    report = await sent(brand.clientId);
  });

  it('never changes, whatever becomes of links, names and logo', async () => {
    const file = await bytes(`/reports/${report.id}/file.xlsx`);
    await owner.browser.patch(`/clients/${brand.clientId}`, { name: 'Fern renamed' });
    await owner.browser.patch(`/brands/${brand.brandId}`, { name: 'Brand renamed' });
    await owner.browser.post(`/placements/${placement.id}/end`, {});
    await owner.browser.post(`/placements/${placement.id}/archive`);
    await logo(brand.clientId, PICTURES[1]);
    const now = (await owner.browser.get(`/reports/${report.id}`)).body;
    expect(now.document).toEqual(report.document);
    expect([now.sha256, now.clientName]).toEqual([report.sha256, 'Fern renamed']);
    expect((await bytes(`/reports/${report.id}/logo`)).equals(PICTURES[0] ?? Buffer.alloc(0))).toBe(true);
    expect((await bytes(`/reports/${report.id}/file.xlsx`)).equals(file)).toBe(true);
    expect((await bytes(`/clients/${brand.clientId}/logo`)).equals(PICTURES[1] ?? Buffer.alloc(0))).toBe(
      true,
    );
  });

  it('is what its hash says', async () => {
    const [row] = await app.database.asOwner<{ content: object }>(
      'select content from reports where id = $1',
      [report.id],
    );
    const hash = createHash('sha256').update(canonicalJson(row?.content)).digest('hex');
    expect(hash).toBe(report.sha256);
  });

  it('is refused to whoever would change it, also by the database itself', async () => {
    for (const answer of [
      await owner.browser.patch(`/reports/${report.id}`, { revision: report.revision, comment: 'New.' }),
      await owner.browser.post(`/reports/${report.id}/send`, { revision: report.revision }),
      await owner.browser.post(`/reports/${report.id}/refresh-checks`),
      await owner.browser.delete(`/reports/${report.id}`),
    ])
      expect([answer.status, answer.body.code]).toEqual([409, 'report.sent_already']);
    const asApp = `set app.workspace_id = '${owner.workspaceId}'; set app.client_ids = '*';`;
    await app.database.asApp(
      `${asApp} update reports set comment = 'New.', content = '{}' where id = '${report.id}'`,
    );
    await app.database.asApp(`${asApp} delete from reports where id = '${report.id}'`);
    const [row] = await app.database.asOwner('select comment from reports where id = $1', [report.id]);
    expect(row).toEqual({ comment: '' });
  });

  it('is corrected by another one that says so', async () => {
    const correction = await sent(brand.clientId);
    expect(correction).toMatchObject({ replacesId: report.id, isReplaced: false });
    expect(correction.document.replacesText).toBe('This report replaces the one sent on 20 November 2026.');
    const { items } = (await owner.browser.get(`/reports?clientId=${brand.clientId}`)).body;
    expect(items.map((one: Answer['body']) => [one.id, one.isReplaced])).toEqual([
      [correction.id, false],
      [report.id, true],
    ]);
    const first = (await owner.browser.get('/reports?limit=1')).body;
    const next = (await owner.browser.get(`/reports?limit=1&cursor=${first.nextCursor}`)).body;
    expect([first.items[0].id, next.items[0].id]).toEqual([correction.id, report.id]);
  });
});

describe('a link to a report', () => {
  let brand: MadeBrand;
  let report: Answer['body'];
  beforeAll(async () => {
    brand = await aBrand(owner, 'moss');
    await logo(brand.clientId, PICTURES[0]);
    report = await sent(brand.clientId, { locale: 'nl' });
  });

  it('opens it signed out, makes no session, and is counted', async () => {
    const link = await shared(report.id);
    expect(link.url).toBe(`${app.url}/shared/reports/${link.token}`);
    const stranger = new Browser(app.url);
    const opened = await stranger.get(`/shared-reports/${link.token}`);
    expect(opened.body.document).toEqual(report.document);
    expect(opened.headers.get('x-robots-tag')).toBe('noindex, nofollow');
    expect(opened.headers.get('cache-control')).toBe('no-store');
    expect(opened.headers.getSetCookie()).toEqual([]);
    expect(
      (await bytes(`/shared-reports/${link.token}/logo`, stranger)).equals(PICTURES[0] ?? Buffer.alloc(0)),
    ).toBe(true);
    expect((await bytes(`/shared-reports/${link.token}/file.xlsx`, stranger)).subarray(0, 2).toString()).toBe(
      'PK',
    );
    expect((await stranger.get(`/reports/${report.id}`)).status).toBe(401);
    const { items } = (await owner.browser.get(`/reports/${report.id}/links`)).body;
    expect(items).toMatchObject([{ id: link.id, openedCount: 1, isOpen: true, createdByName: 'Olga Owner' }]);
  });

  it('is kept as a hash only, and shown once', async () => {
    const link = await shared(report.id);
    const secret = link.token.split('_').slice(2).join('_');
    const [row] = await app.database.asOwner<{ hash: Buffer }>(
      'select token_sha256 as hash from report_links where id = $1',
      [link.id],
    );
    expect(row?.hash.equals(sha256(secret))).toBe(true);
    const tables = await app.database.asOwner<{ text: string }>('select l::text as text from report_links l');
    expect(tables.some(({ text }) => text.includes(secret))).toBe(false);
  });

  it('opens nothing once it is withdrawn or over', async () => {
    const [withdrawn, over] = [await shared(report.id), await shared(report.id, 1)];
    expect((await owner.browser.delete(`/reports/${report.id}/links/${withdrawn.id}`)).status).toBe(204);
    await app.database.asOwner('update report_links set expires_at = $1 where id = $2', [
      app.clock.now(),
      over.id,
    ]);
    for (const { token } of [withdrawn, over]) {
      for (const path of ['', '/file.xlsx', '/logo']) {
        const answer = await new Browser(app.url).get(`/shared-reports/${token}${path}`);
        expect([answer.status, answer.body.code]).toEqual([404, 'report.link_not_found']);
      }
    }
  });

  it('opens nothing of another workspace', async () => {
    const other = await anotherWorkspace(app, 'Rivals');
    const { token } = await shared(report.id);
    const foreign = token.replace(
      owner.workspaceId.replaceAll('-', ''),
      other.workspaceId.replaceAll('-', ''),
    );
    expect((await new Browser(app.url).get(`/shared-reports/${foreign}`)).status).toBe(404);
    const hash = sha256(token.split('_').slice(2).join('_'));
    const found = (workspace: string) =>
      app.database.asApp('select report_id from find_report_link($1, $2, $3)', [
        workspace,
        hash,
        app.clock.now(),
      ]);
    expect(await found(owner.workspaceId)).toEqual([{ report_id: report.id }]);
    expect(await found(other.workspaceId)).toEqual([]);
    expect((await other.browser.get(`/reports/${report.id}`)).status).toBe(404);
  });

  it.each([
    ['a word', 'hello'],
    [
      'a token of another kind',
      'llk_01a1f874e7a170a49fa4c512a3188c67_AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_AbCdE',
    ],
    [
      'a token nobody made',
      'llr_01a1f874e7a170a49fa4c512a3188c67_AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_AbCdE',
    ],
  ])('opens nothing by %s', async (_, token) => {
    expect((await new Browser(app.url).get(`/shared-reports/${token}`)).status).toBe(404);
  });
});

describe('the sheet of a report', () => {
  it('has words in its language, numbers as numbers, days as days, and no formula', async () => {
    const brand = await aBrand(owner, 'reed');
    await owner.browser.patch(`/brands/${brand.brandId}`, { name: '=1+1' });
    const { id } = await aPlacement(owner, brand.brandId, { sourceUrl: 'https://sheet.example/post' });
    await check(app, owner, id, seen());
    const { siteId } = (await owner.browser.get(`/placements/${id}`)).body;
    await owner.browser.post(`/sites/${siteId}/metrics`, {
      ...{ source: 'moz', metric: 'domain_authority', value: 41.5, measuredOn: '2026-11-02' },
    });
    const report = await sent(brand.clientId, { locale: 'nl' });
    const parts = unzipSync(await bytes(`/reports/${report.id}/file.xlsx`));
    const sheet = Buffer.from(parts['xl/worksheets/sheet1.xml'] ?? []).toString('utf8');
    expect(sheet).not.toMatch(/<f[ >]/);
    for (const text of [
      'Onderdeel',
      'Deze maand geleverd',
      'gastartikel',
      'gevolgd',
      'Moz domain authority 41,5',
    ])
      expect(sheet).toContain(text);
    expect(sheet).toContain('<v>41.5</v>');
    expect(sheet).toMatch(/s="1"><v>46\d{3}(?:\.\d+)?<\/v>/);
    expect(sheet).not.toContain('<t>=1+1');
  });
});

describe('whose report it is', () => {
  it('is decided by who sees the client', async () => {
    const brand = await aBrand(owner, 'lily');
    const other = await aBrand(owner, 'rush');
    const report = await sent(brand.clientId);
    const unsent = await draft(other.clientId);
    const limited = await invite(app, owner, { role: 'member', clientIds: [other.clientId] });
    expect((await limited.browser.get(`/reports/${report.id}`)).status).toBe(404);
    expect((await limited.browser.get('/reports')).body.items).toMatchObject([{ id: unsent.id }]);
    expect(
      (await limited.browser.post('/reports', { clientId: brand.clientId, month: '2026-10' })).status,
    ).toBe(404);
    const theirs = await invite(app, owner, { role: 'client', clientIds: [brand.clientId] });
    const mine = await theirs.browser.get(`/client/reports/${report.id}`);
    expect(mine.body.document).toEqual(report.document);
    const others = await invite(app, owner, { role: 'client', clientIds: [other.clientId] });
    expect((await others.browser.get(`/client/reports/${report.id}`)).status).toBe(404);
    expect((await others.browser.get(`/client/reports/${unsent.id}`)).status).toBe(404);
    expect((await others.browser.get('/client/reports')).body.total).toBe(0);
    expect((await others.browser.get(`/client/clients/${brand.clientId}/logo`)).status).toBe(404);
    const overview = (await theirs.browser.get('/client/overview')).body;
    expect(overview).toMatchObject({
      team: 'Canal Agency',
      openApprovals: 0,
      newestReport: { id: report.id },
    });
    expect(overview.clients).toMatchObject([{ id: brand.clientId, name: 'Client lily', links: 0 }]);
  });
});
