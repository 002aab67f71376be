import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aBrand, aPlacement, aTeam, type MadeBrand, made } from '../builders/agency.js';
import { aProspect, faultsOf } from '../builders/prospects.js';
import { startApp, type TestApp } from './app.js';
import { invite, type Person } from './people.js';

let app: TestApp;
let owner: Person;
let member: Person;
let brand: MadeBrand;
beforeAll(async () => {
  app = await startApp();
  ({ owner, member, brand } = await aTeam(app, 'shoes'));
});
afterAll(() => app.close());

describe('touches and the conflict guard', () => {
  it('tell who was in touch, for whom and when, and keep the last touch true', async () => {
    const { id, siteId } = await aProspect(owner);
    const hats = await aBrand(owner, 'hats');
    const touch = { kind: 'mail', result: 'answered', at: '2026-11-10T10:00:00Z', brandId: brand.brandId };
    const recorded = await member.browser.post(`/sites/${siteId}/touches`, touch);
    made(recorded);
    const older = { kind: 'call', at: '2026-01-10T10:00:00Z' };
    made(await owner.browser.post(`/sites/${siteId}/touches`, older));
    expect((await owner.browser.get(`/prospects/${id}`)).body).toMatchObject({
      lastTouchAt: '2026-11-10T10:00:00.000Z',
      touchCount: 2,
    });
    const same = await owner.browser.get(`/sites/${siteId}/conflict?clientId=${brand.clientId}`);
    expect(same.body).toMatchObject({
      answer: 'warn',
      reasons: ['contacted_lately'],
      touches: [{ clientName: 'Client shoes', brandName: 'Brand shoes', result: 'answered', counts: true }],
    });
    const across = await owner.browser.get(`/sites/${siteId}/conflict?clientId=${hats.clientId}`);
    expect(across.body).toMatchObject({
      reasons: ['contacted_for_other_client'],
      touches: [{ counts: false }],
    });
    const limited = await invite(app, owner, { role: 'member', clientIds: [hats.clientId] });
    const masked = await limited.browser.get(`/sites/${siteId}/conflict?clientId=${hats.clientId}`);
    expect(masked.body).toMatchObject({
      reasons: ['contacted_for_other_client'],
      touches: [{ isHidden: true, memberName: null, clientId: null, clientName: null, brandName: null }],
    });
    expect(JSON.stringify(masked.body)).not.toContain('shoes');
    expect((await limited.browser.post(`/touches/${recorded.body.id}/remove`)).status).toBe(404);
    expect((await member.browser.post(`/touches/${recorded.body.id}/remove`)).status).toBe(204);
    expect((await owner.browser.get(`/prospects/${id}`)).body.lastTouchAt).toBe('2026-01-10T10:00:00.000Z');
  });

  it('leave partners in peace, and say who links already', async () => {
    const { id, siteId, siteKey } = await aProspect(owner);
    made(await owner.browser.post(`/sites/${siteId}/touches`, { kind: 'mail' }));
    await app.database.asOwner(`update prospects set stage = 'partner' where id = $1`, [id]);
    expect((await owner.browser.get(`/sites/${siteId}/conflict`)).body).toMatchObject({
      answer: 'free',
      exempt: 'partner',
    });
    const placed = await aPlacement(owner, brand.brandId, { sourceUrl: `https://${siteKey}/post` });
    await app.database.asOwner(`update placements set state = 'live' where id = $1`, [placed.id]);
    const linked = await owner.browser.get(`/sites/${siteId}/conflict?clientId=${brand.clientId}`);
    expect(linked.body).toMatchObject({
      reasons: ['already_links'],
      liveLinks: [{ clientId: brand.clientId, count: 1 }],
    });
  });

  it('begin with a placement that somebody adds', async () => {
    const { id, siteKey } = await aProspect(owner);
    await aPlacement(member, brand.brandId, { sourceUrl: `https://${siteKey}/post` });
    const row = (await owner.browser.get(`/prospects/${id}`)).body;
    expect(row).toMatchObject({
      touchCount: 1,
      conflict: { touches: [{ kind: 'placement', result: 'agreed' }] },
    });
  });

  it('name the siblings of a declared sub-site', async () => {
    const parent = await aProspect(owner);
    const declared = await owner.browser.post('/sites', { address: `blog.${parent.siteKey}` });
    made(declared);
    made(await owner.browser.post(`/sites/${parent.siteId}/touches`, { kind: 'mail' }));
    const { body } = await owner.browser.get(`/sites/${declared.body.id}/conflict`);
    expect(body).toMatchObject({
      answer: 'free',
      siblings: [{ displayHost: parent.siteKey, memberName: 'Olga Owner' }],
    });
  });

  it.each<[string, object, string]>([
    ['a moment to come', { kind: 'mail', at: '2026-12-01T00:00:00Z' }, 'at max'],
    ['a kind that is none', { kind: 'fax' }, 'kind in'],
  ])('refuse %s', async (_, wish, fault) => {
    const { siteId } = await aProspect(owner);
    const answer = await owner.browser.post(`/sites/${siteId}/touches`, wish);
    expect([answer.status, faultsOf(answer)]).toEqual([400, [fault]]);
  });
});

describe('exclusions of a client', () => {
  it('are taken from pasted lines; what is no address is named by its line', async () => {
    const addresses = ['https://rival.example/shop', '', 'not a site', 'rival2.example', 'RIVAL.example'];
    const added = await owner.browser.post(`/clients/${brand.clientId}/exclusions`, {
      addresses,
      reason: 'competitor',
    });
    expect(added.body).toEqual({
      added: 2,
      known: 0,
      errors: [{ lineNo: 3, text: 'not a site', code: 'not_an_address' }],
    });
    const list = await owner.browser.get(`/clients/${brand.clientId}/exclusions`);
    const rival = list.body.items.find((row: { siteKey: string }) => row.siteKey === 'rival.example');
    expect(rival).toMatchObject({ reason: 'competitor', createdByName: 'Olga Owner' });
    made(await owner.browser.post('/prospects', { address: 'rival.example' }));
    const names = async (query: string): Promise<string[]> =>
      (await owner.browser.get(`/prospects?search=rival&${query}`)).body.items.map(
        (row: { siteKey: string }) => row.siteKey,
      );
    expect(await names(`clientId=${brand.clientId}`)).toEqual([]);
    expect(await names(`clientId=${brand.clientId}&excluded=only`)).toEqual(['rival.example']);
    const gone = await owner.browser.delete(`/clients/${brand.clientId}/exclusions/${rival.id}`);
    expect(gone.status).toBe(204);
    expect(await names(`clientId=${brand.clientId}`)).toEqual(['rival.example']);
  });

  it('are not there for who may not see the client', async () => {
    const hats = await aBrand(owner, 'hidden');
    const limited = await invite(app, owner, { role: 'member', clientIds: [brand.clientId] });
    const body = { siteAddress: 'secret.example', reason: 'competitor' };
    expect((await owner.browser.post(`/clients/${hats.clientId}/exclusions`, body)).status).toBe(201);
    expect((await limited.browser.get(`/clients/${hats.clientId}/exclusions`)).status).toBe(404);
    expect((await limited.browser.post(`/clients/${hats.clientId}/exclusions`, body)).status).toBe(404);
    made(await owner.browser.post('/prospects', { address: 'secret.example' }));
    const row = (await limited.browser.get('/prospects?search=secret')).body.items[0];
    expect(row.exclusions).toEqual([]);
  });
});

describe('the do-not-contact list', () => {
  it('marks prospects while it holds, and knows addresses by their key', async () => {
    const { id, siteId } = await aProspect(owner);
    const stop = await member.browser.post('/suppressions', { siteId, reason: 'asked', note: 'by phone' });
    made(stop);
    expect((await owner.browser.get(`/prospects/${id}`)).body.doNotContact).toBe(true);
    expect((await owner.browser.post('/suppressions', { siteId, reason: 'asked' })).body.code).toBe(
      'suppression.exists',
    );
    const reason = { reason: 'They called back.' };
    expect((await member.browser.post(`/suppressions/${stop.body.id}/lift`, reason)).status).toBe(403);
    expect((await owner.browser.post(`/suppressions/${stop.body.id}/lift`, reason)).status).toBe(204);
    expect((await owner.browser.get(`/prospects/${id}`)).body.doNotContact).toBe(false);
    const address = { address: 'Editor@News.example', reason: 'objected' };
    expect((await owner.browser.post('/suppressions', address)).body.address).toBe('editor@news.example');
    const again = await owner.browser.post('/suppressions', { ...address, address: 'editor@news.EXAMPLE' });
    expect(again.body.code).toBe('suppression.exists');
    const found = await owner.browser.get('/suppressions?kind=address&search=edi');
    expect(found.body.items).toHaveLength(1);
  });
});
