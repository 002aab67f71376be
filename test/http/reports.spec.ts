import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { canonicalJson } from '../../src/core/reports/canonical.js';
import { aBrand, aPlacement, check, finished, type MadeBrand } from '../builders/agency.js';
import { aCampaign } from '../builders/campaigns.js';
import { bytes, draft, links, logo, PICTURES, seen, sent, unreadable } from '../builders/reports.js';
import { startApp, TEST_NOW, type TestApp } from './app.js';
import { type Answer } from './browser.js';
import { type Person, setUp } from './people.js';

let app: TestApp;
let owner: Person;
beforeAll(async () => {
  app = await startApp();
  owner = await setUp(app);
});
afterAll(() => app.close());

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
    report = await draft(owner, brand.clientId);
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
    await logo(owner, brand.clientId, PICTURES[0]);
    report = await sent(owner, brand.clientId);
  });

  it('never changes, whatever becomes of links, names and logo', async () => {
    const file = await bytes(owner.browser, `/reports/${report.id}/file.xlsx`);
    await owner.browser.patch(`/clients/${brand.clientId}`, { name: 'Fern renamed' });
    await owner.browser.patch(`/brands/${brand.brandId}`, { name: 'Brand renamed' });
    await owner.browser.post(`/placements/${placement.id}/end`, {});
    await owner.browser.post(`/placements/${placement.id}/archive`);
    await logo(owner, brand.clientId, PICTURES[1]);
    const now = (await owner.browser.get(`/reports/${report.id}`)).body;
    expect(now.document).toEqual(report.document);
    expect([now.sha256, now.clientName]).toEqual([report.sha256, 'Fern renamed']);
    expect(
      (await bytes(owner.browser, `/reports/${report.id}/logo`)).equals(PICTURES[0] ?? Buffer.alloc(0)),
    ).toBe(true);
    expect((await bytes(owner.browser, `/reports/${report.id}/file.xlsx`)).equals(file)).toBe(true);
    expect(
      (await bytes(owner.browser, `/clients/${brand.clientId}/logo`)).equals(PICTURES[1] ?? Buffer.alloc(0)),
    ).toBe(true);
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
    const correction = await sent(owner, brand.clientId);
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
