import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { aBrand, aPlacement, finished, type MadeBrand, made } from '../builders/agency.js';
import { LocalServer } from '../builders/local-server.js';
import { aProspect, faultsOf } from '../builders/prospects.js';
import { webResults } from '../builders/service-answers.js';
import { startApp, type TestApp } from './app.js';
import { overhear } from './isolation/consulted.js';
import { anotherWorkspace, invite, type Person, setUp } from './people.js';

let app: TestApp;
let owner: Person;
let service: LocalServer;
let folder: string;
let shoes: MadeBrand;
let hats: MadeBrand;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'linkledger-search-'));
  service = await LocalServer.start(webResults);
  app = await startApp({ settings: { LINKLEDGER_FETCH_ALLOW: '127.0.0.0/8', LINKLEDGER_DATA_DIR: folder } });
  owner = await setUp(app);
  await owner.browser.put('/service-keys/search', { key: 'search-key-9d13', baseUrl: service.url });
  shoes = await aBrand(owner, 'shoes');
  hats = await aBrand(owner, 'hats');
});
beforeEach(() => {
  service.log.length = 0;
});
afterAll(async () => {
  await app.close();
  await service.close();
  rmSync(folder, { recursive: true, force: true });
});

const post = async (path: string, body: object, who = owner) => (await who.browser.post(path, body)).body;

/** What the team knows of one site, as somebody is told. */
async function known(siteKeys: string[], clientId?: string, who = owner) {
  return (await post('/search/sites', { siteKeys, ...(clientId === undefined ? {} : { clientId }) }, who))
    .items;
}

const add = async (addresses: string[], also: object = {}, who = owner) =>
  (await post('/prospects/from-addresses', { addresses, ...also }, who)).items;

describe('a search of the web', () => {
  it('goes on page after page, in a language, until the service has no more', async () => {
    const first = await post('/search', { words: ' "write for us" boats ', language: 'nl' });
    expect([first.items.length, first.nextPage]).toEqual([20, 2]);
    const second = await post('/search', { words: '"write for us" boats', page: 2 });
    expect([second.items.length, second.nextPage]).toEqual([5, null]);
    expect(service.log.map(({ path }) => path)).toEqual([
      '/web/search?q=%22write+for+us%22+boats&count=20&search_lang=nl',
      '/web/search?q=%22write+for+us%22+boats&count=20&offset=1',
    ]);
    expect((await owner.browser.post('/search', { words: 'boats', page: 11 })).status).toBe(400);
    expect((await owner.browser.post('/search', { words: 'boat '.repeat(51) })).status).toBe(400);
  });

  it('reads what the service escapes, and tells each site once', async () => {
    const { items, sites } = await post('/search', { words: 'boats' });
    expect(items[0]).toMatchObject({ title: "Boats & the lock keeper's day", siteKey: 'site0.example' });
    const pages = items.filter(({ siteKey }: { siteKey: string }) => siteKey === 'site0.example');
    expect(pages).toHaveLength(2);
    expect(sites).toHaveLength(19);
    expect(sites[0]).toEqual({
      siteKey: 'site0.example',
      displayHost: 'site0.example',
      siteId: null,
      prospect: null,
      ownBrand: null,
      placements: 0,
      conflict: null,
    });
  });

  it('tells of prospects, our own sites, placements, exclusions, do-not-contact and colleagues', async () => {
    const member = await invite(app, owner, { role: 'member' });
    const { id, siteId } = await aProspect(owner, {
      address: 'known.example',
      ownerMemberId: member.memberId,
    });
    const touch = { kind: 'mail', result: 'declined', at: '2026-11-10T10:00:00Z', brandId: shoes.brandId };
    made(await member.browser.post(`/sites/${siteId}/touches`, touch));
    await owner.browser.post(`/clients/${hats.clientId}/exclusions`, { siteId, reason: 'competitor' });
    await aPlacement(owner, shoes.brandId, { sourceUrl: 'https://placed.example/post' });
    const stopped = await aProspect(owner, { address: 'stopped.example' });
    const stop = { action: 'do_not_contact', ids: [stopped.id], params: { suppression: 'asked' } };
    await finished(app, owner, await owner.browser.post('/prospects/bulk', stop));

    const [one, other, ours, placed] = await known(
      ['known.example', 'stopped.example', 'hats.example', 'placed.example'],
      hats.clientId,
    );
    expect(one).toMatchObject({
      siteId,
      prospect: { id, status: 'new', ownerName: expect.stringContaining('Guest member'), archivedAt: null },
      placements: 0,
      conflict: {
        answer: 'warn',
        reasons: ['excluded', 'contacted_for_other_client'],
        touches: [
          { memberName: expect.stringContaining('Guest'), clientName: 'Client shoes', result: 'declined' },
        ],
        exclusions: [{ clientId: hats.clientId, reason: 'competitor' }],
      },
    });
    expect(other.conflict).toMatchObject({ reasons: ['do_not_contact'], suppression: { reason: 'asked' } });
    expect(ours).toMatchObject({ siteId: null, ownBrand: { name: 'Brand hats' } });
    expect(placed).toMatchObject({ prospect: null, placements: 1 });
    const guard = (await owner.browser.get(`/sites/${siteId}/conflict?clientId=${hats.clientId}`)).body;
    expect(one.conflict).toEqual(guard);
  });

  it('tells a member who is limited to clients nothing of the others, and another workspace nothing at all', async () => {
    const limited = await invite(app, owner, { role: 'member', clientIds: [hats.clientId] });
    const keys = ['known.example', 'shoes.example', 'placed.example'];
    const [one, ours, placed] = await known(keys, undefined, limited);
    expect(JSON.stringify([one, ours, placed])).not.toMatch(/Client shoes|Brand shoes/);
    expect(one.conflict.touches).toMatchObject([{ isHidden: true, memberName: null }]);
    expect([ours.ownBrand, placed.placements]).toEqual([null, 0]);
    const stranger = await anotherWorkspace(app, 'Strangers');
    expect(await known(['known.example'], undefined, stranger)).toMatchObject([
      { siteId: null, conflict: null },
    ]);
  });

  it('asks the database as often for one site as for many', async () => {
    const heard = overhear(app.nest.get(DataSource));
    await known(['known.example']);
    const ofOne = heard.with('from ').length;
    await known(['known.example', 'stopped.example', 'hats.example', 'site0.example']);
    expect(ofOne).toBeGreaterThan(5);
    expect(heard.with('from ').length).toBe(ofOne);
    heard.undo();
  });
});

describe('many sites made prospects in one act', () => {
  it('are told one by one: added, there already, refused and why', async () => {
    const told = await add(
      [
        'https://fresh.example/a',
        'fresh.example',
        'known.example',
        'stopped.example',
        'shoes.example',
        'nothing here',
      ],
      { tags: ['found'], ownerMemberId: owner.memberId },
    );
    expect(told.map(({ outcome, refusal }: Record<string, string>) => refusal ?? outcome)).toEqual([
      'added',
      'already_there',
      'already_there',
      'already_there',
      'own_site',
      'no_site',
    ]);
    expect(told[1].prospectId).toBe(told[0].prospectId);
    expect((await owner.browser.get(`/prospects/${told[0].prospectId}`)).body).toMatchObject({
      siteKey: 'fresh.example',
      ownerMemberId: owner.memberId,
      tags: [{ name: 'found' }],
    });
    const { items } = (await owner.browser.get(`/timelines/prospect/${told[0].prospectId}`)).body;
    expect(items).toContainEqual(expect.objectContaining({ kind: 'prospect.added' }));
  });

  it('are refused where the client they are meant for excludes them, or nobody may write to them', async () => {
    const { id, siteId } = await aProspect(owner, { address: 'rival.example' });
    await owner.browser.post(`/clients/${hats.clientId}/exclusions`, { siteId, reason: 'competitor' });
    await owner.browser.post(`/prospects/${id}/archive`);
    expect(await add(['rival.example'], { clientId: hats.clientId })).toMatchObject([
      { refusal: 'excluded' },
    ]);
    expect(await add(['rival.example'], { clientId: shoes.clientId })).toMatchObject([
      { outcome: 'restored', refusal: null, prospectId: id },
    ]);
    expect((await owner.browser.get(`/prospects/${id}`)).body.archivedAt).toBeNull();
  });

  it('go again by the undo of archiving, and come back as they were', async () => {
    const [one] = await add(['again.example'], { tags: ['found'] });
    const archive = { action: 'archive', ids: [one.prospectId] };
    await finished(app, owner, await owner.browser.post('/prospects/bulk', archive));
    expect(await add(['again.example'])).toMatchObject([{ outcome: 'restored', prospectId: one.prospectId }]);
    expect((await owner.browser.get(`/prospects/${one.prospectId}`)).body.tags).toMatchObject([
      { name: 'found' },
    ]);
  });

  it('need a client and an owner that are there', async () => {
    const nobody = { ownerMemberId: '0198f000-0000-7000-8000-000000000000' };
    const wrong = await owner.browser.post('/prospects/from-addresses', {
      addresses: ['a.example'],
      ...nobody,
    });
    expect(faultsOf(wrong)).toEqual(['ownerMemberId unknown_member']);
    const limited = await invite(app, owner, { role: 'member', clientIds: [hats.clientId] });
    const foreign = { addresses: ['a.example'], clientId: shoes.clientId };
    expect((await limited.browser.post('/prospects/from-addresses', foreign)).body.code).toBe(
      'client.not_found',
    );
    const many = Array.from({ length: 201 }, (_, no) => `m${no}.example`);
    expect((await owner.browser.post('/prospects/from-addresses', { addresses: many })).status).toBe(400);
  });
});
