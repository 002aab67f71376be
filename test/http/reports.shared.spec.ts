import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { unzipSync } from 'fflate';
import { sha256 } from '../../src/platform/crypto/secrets.js';
import { aBrand, aPlacement, check, type MadeBrand } from '../builders/agency.js';
import { bytes, draft, logo, PICTURES, seen, sent, shared } from '../builders/reports.js';
import { startApp, type TestApp } from './app.js';
import { type Answer, Browser } from './browser.js';
import { anotherWorkspace, invite, type Person, setUp } from './people.js';

let app: TestApp;
let owner: Person;
beforeAll(async () => {
  app = await startApp();
  owner = await setUp(app);
});
afterAll(() => app.close());

describe('a link to a report', () => {
  let brand: MadeBrand;
  let report: Answer['body'];
  beforeAll(async () => {
    brand = await aBrand(owner, 'moss');
    await logo(owner, brand.clientId, PICTURES[0]);
    report = await sent(owner, brand.clientId, { locale: 'nl' });
  });

  it('opens it signed out, makes no session, and is counted', async () => {
    const link = await shared(owner, report.id);
    expect(link.url).toBe(`${app.url}/shared/reports/${link.token}`);
    const stranger = new Browser(app.url);
    const opened = await stranger.get(`/shared-reports/${link.token}`);
    expect(opened.body.document).toEqual(report.document);
    expect(opened.headers.get('x-robots-tag')).toBe('noindex, nofollow');
    expect(opened.headers.get('cache-control')).toBe('no-store');
    expect(opened.headers.getSetCookie()).toEqual([]);
    expect(
      (await bytes(stranger, `/shared-reports/${link.token}/logo`)).equals(PICTURES[0] ?? Buffer.alloc(0)),
    ).toBe(true);
    expect((await bytes(stranger, `/shared-reports/${link.token}/file.xlsx`)).subarray(0, 2).toString()).toBe(
      'PK',
    );
    expect((await stranger.get(`/reports/${report.id}`)).status).toBe(401);
    const { items } = (await owner.browser.get(`/reports/${report.id}/links`)).body;
    expect(items).toMatchObject([{ id: link.id, openedCount: 1, isOpen: true, createdByName: 'Olga Owner' }]);
  });

  it('is kept as a hash only, and shown once', async () => {
    const link = await shared(owner, report.id);
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
    const [withdrawn, over] = [await shared(owner, report.id), await shared(owner, report.id, 1)];
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
    const { token } = await shared(owner, report.id);
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
    const report = await sent(owner, brand.clientId, { locale: 'nl' });
    const parts = unzipSync(await bytes(owner.browser, `/reports/${report.id}/file.xlsx`));
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
    const report = await sent(owner, brand.clientId);
    const unsent = await draft(owner, other.clientId);
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
