import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aTeam, type MadeBrand, made } from '../builders/agency.js';
import { aProspect, faultsOf } from '../builders/prospects.js';
import { startApp, type TestApp } from './app.js';
import { anotherWorkspace, invite, type Person } from './people.js';

let app: TestApp;
let owner: Person;
let member: Person;
let brand: MadeBrand;
beforeAll(async () => {
  app = await startApp();
  ({ owner, member, brand } = await aTeam(app, 'shoes'));
});
afterAll(() => app.close());

const patch = (id: string, body: object, person = owner) => person.browser.patch(`/prospects/${id}`, body);

describe('a new prospect', () => {
  it('stands on the site of any address, once', async () => {
    const first = await owner.browser.post('/prospects', {
      address: 'https://www.Once.example/page?x=1',
      language: 'nl',
      country: 'NL',
      tags: ['Local news', 'local  NEWS'],
      topics: ['Shoes'],
      notes: 'Nice editor',
    });
    expect(first.body).toMatchObject({
      siteKey: 'once.example',
      status: 'new',
      fitYes: 0,
      fitOf: 5,
      doNotContact: false,
      contactCount: 0,
      stage: 'unknown',
      tags: [{ name: 'Local news' }],
      topics: [{ name: 'Shoes' }],
      warnings: [],
      conflict: { answer: 'free', coolDownDays: 90 },
      createdByName: 'Olga Owner',
    });
    const again = await owner.browser.post('/prospects', { address: 'ONCE.example' });
    expect([again.status, again.body.code, again.body.params?.id ?? again.body.id]).toEqual([
      409,
      'prospect.exists',
      first.body.id,
    ]);
    const bySite = await owner.browser.get(`/prospects/by-site/${first.body.siteId}`);
    expect(bySite.body.id).toBe(first.body.id);
  });

  it.each<[string, object, string]>([
    ['neither address nor site', {}, 'address needed'],
    [
      'an owner nobody knows',
      { address: 'x.example', ownerMemberId: '01930000-0000-7000-8000-00000000ffff' },
      'ownerMemberId unknown_member',
    ],
    [
      'a field nobody knows',
      { address: 'x.example', custom: { nothing: 1 } },
      'custom.nothing unknown_field',
    ],
    ['a language that is none', { address: 'x.example', language: 'Dutch' }, 'language matches'],
    ['an id of its own', { address: 'x.example', id: 'x' }, 'id unknown_field'],
  ])('is refused with %s', async (_, wish, fault) => {
    const answer = await owner.browser.post('/prospects', wish);
    expect([answer.status, faultsOf(answer)]).toEqual([400, [fault]]);
  });

  it('warns of what stands against it', async () => {
    const { siteId } = await aProspect(owner);
    made(await owner.browser.post('/suppressions', { siteAddress: 'stop.example', reason: 'asked' }));
    await owner.browser.post(`/clients/${brand.clientId}/exclusions`, {
      siteAddress: 'stop.example',
      reason: 'competitor',
    });
    const stopped = await owner.browser.post('/prospects', { address: 'stop.example' });
    expect(stopped.body).toMatchObject({
      doNotContact: true,
      warnings: [{ code: 'do_not_contact' }, { code: 'excluded' }],
      conflict: { answer: 'warn', reasons: ['do_not_contact'], suppression: { reason: 'asked' } },
    });
    expect(siteId).not.toBe(stopped.body.siteId);
  });
});

describe('changing a prospect', () => {
  it('needs the revision that was read', async () => {
    const { id, revision } = await aProspect(owner);
    const changed = await patch(id, { revision, status: 'qualified', notes: 'x', tags: ['a', 'b'] });
    expect(changed.body).toMatchObject({ status: 'qualified', notes: 'x', revision: Number(revision) + 1 });
    const stale = await patch(id, { revision, status: 'paused' });
    expect([stale.status, stale.body.code]).toEqual([409, 'prospect.changed_meanwhile']);
    const same = await patch(id, { revision: Number(revision) + 1, status: 'qualified', tags: ['B', 'A'] });
    expect(same.body.revision).toBe(Number(revision) + 1);
    const fewer = await patch(id, { revision: Number(revision) + 1, tags: ['b'] });
    expect(fewer.body.tags.map((tag: { name: string }) => tag.name)).toEqual(['b']);
  });

  it('is refused while it is archived', async () => {
    const { id } = await aProspect(owner);
    const archived = await owner.browser.post(`/prospects/${id}/archive`);
    expect(archived.body.archivedAt).not.toBeNull();
    expect((await patch(id, { revision: archived.body.revision, notes: 'x' })).body.code).toBe(
      'prospect.archived',
    );
    const restored = await owner.browser.post(`/prospects/${id}/restore`);
    expect(restored.body.archivedAt).toBeNull();
  });

  it('keeps values of own fields, each in its type, and names every wrong one', async () => {
    for (const [name, type] of [
      ['Tier', 'choice'],
      ['Visitors', 'number'],
      ['Asked on', 'date'],
      ['Shop', 'yes_no'],
    ] as const) {
      const choices = type === 'choice' ? ['Gold', 'Silver'] : [];
      made(await owner.browser.post('/custom-fields', { recordKind: 'prospect', name, type, choices }));
    }
    const { id, revision } = await aProspect(owner);
    const custom = { tier: 'gold', visitors: 1200.5, asked_on: '2026-11-01', shop: false };
    const kept = await patch(id, { revision, custom });
    expect(kept.body.custom).toEqual({ ...custom, tier: 'Gold' });
    const wrong = await patch(id, {
      revision: Number(revision) + 1,
      custom: { tier: 'Bronze', visitors: 'many', asked_on: '2026-02-30' },
    });
    expect(faultsOf(wrong)).toEqual(['custom.tier in', 'custom.visitors number', 'custom.asked_on day']);
    const gone = await patch(id, { revision: Number(revision) + 1, custom: { shop: null } });
    expect(gone.body.custom.shop).toBeUndefined();
    const found = await owner.browser.get('/prospects?custom.tier=gold&custom.visitors=1200.5');
    expect(found.body.items.map((row: { id: string }) => row.id)).toEqual([id]);
  });
});

describe('the fit checklist', () => {
  it('counts five questions and shows marks beside them', async () => {
    const { id } = await aProspect(owner);
    const answers = { fits_niche: 'yes', trustworthy_site: 'yes', natural_anchor: 'no', low_traffic: 'yes' };
    const fit = await owner.browser.put(`/prospects/${id}/fit`, { answers });
    expect(fit.body).toMatchObject({ fitYes: 2, fitNo: 1, fitOf: 5 });
    expect(fit.body.fit.find((line: { name: string }) => line.name === 'low_traffic')).toEqual({
      name: 'low_traffic',
      kind: 'mark',
      answer: 'yes',
    });
    const undone = await owner.browser.put(`/prospects/${id}/fit`, { answers: { fits_niche: 'unknown' } });
    expect(undone.body).toMatchObject({ fitYes: 1, fitNo: 1 });
    const answer = (wrong: object) => owner.browser.put(`/prospects/${id}/fit`, { answers: wrong });
    expect(faultsOf(await answer({ score: 'yes' }))).toEqual(['answers.score unknown_field']);
    expect(faultsOf(await answer({ fits_niche: 'maybe' }))).toEqual(['answers map_of_words']);
  });
});

describe('a lock', () => {
  it('holds colleagues back until it is over; a manager may release it', async () => {
    const { id } = await aProspect(member);
    const locked = await member.browser.post(`/prospects/${id}/lock`, { days: 3 });
    expect(locked.body).toMatchObject({ ownerMemberId: member.memberId, isLockedByOther: false });
    expect(locked.body.lockUntil).toBe('2026-11-23T09:00:00.000Z');
    const other = await invite(app, owner, { role: 'member' });
    const seen = await other.browser.get(`/prospects/${id}`);
    expect(seen.body).toMatchObject({ isLockedByOther: true, conflict: { reasons: ['locked_by_other'] } });
    expect((await other.browser.post(`/prospects/${id}/lock`)).body.code).toBe('prospect.locked');
    expect((await other.browser.post(`/prospects/${id}/release`)).body.code).toBe('prospect.locked');
    const take = { revision: seen.body.revision, ownerMemberId: other.memberId };
    expect((await patch(id, take, other)).body.code).toBe('prospect.locked');
    expect((await patch(id, { revision: seen.body.revision, notes: 'may' }, other)).status).toBe(200);
    const released = await owner.browser.post(`/prospects/${id}/release`);
    expect(released.body).toMatchObject({ ownerMemberId: null, lockUntil: null });
    expect((await owner.browser.post(`/prospects/${id}/release`)).body.code).toBe('prospect.not_held');
  });

  it('is over by itself', async () => {
    const { id } = await aProspect(owner);
    await owner.browser.post(`/prospects/${id}/lock`, { days: 1 });
    await app.database.asOwner(`update prospects set lock_until = '2026-11-20T08:59:59Z' where id = $1`, [
      id,
    ]);
    expect((await member.browser.get(`/prospects/${id}`)).body).toMatchObject({
      isLockedByOther: false,
      lockUntil: null,
    });
    expect((await member.browser.post(`/prospects/${id}/lock`)).status).toBe(200);
  });
});

describe('tags', () => {
  it('are found by any spelling, renamed and taken off', async () => {
    const { id } = await aProspect(owner, { tags: ['Old name'] });
    const tag = await owner.browser.post('/tags', { kind: 'tag', name: ' OLD  name ' });
    expect(tag.body).toMatchObject({ name: 'Old name', prospectCount: 1 });
    made(await owner.browser.post('/tags', { kind: 'tag', name: 'taken' }));
    expect((await owner.browser.patch(`/tags/${tag.body.id}`, { name: 'Taken' })).body.code).toBe(
      'tag.exists',
    );
    await owner.browser.patch(`/tags/${tag.body.id}`, { name: 'New name' });
    expect((await owner.browser.get(`/prospects/${id}`)).body.tags).toMatchObject([{ name: 'New name' }]);
    expect((await owner.browser.delete(`/tags/${tag.body.id}`)).status).toBe(204);
    expect((await owner.browser.get(`/prospects/${id}`)).body.tags).toEqual([]);
  });
});

describe('own fields', () => {
  it('come back with their values when their key is used again', async () => {
    const field = { recordKind: 'prospect', name: 'Budget', type: 'number' };
    const budget = await owner.browser.post('/custom-fields', field);
    made(budget);
    const { id } = await aProspect(owner, { custom: { budget: 100 } });
    await owner.browser.post(`/custom-fields/${budget.body.id}/archive`);
    expect((await owner.browser.get(`/prospects/${id}`)).body.custom.budget).toBeUndefined();
    const other = await owner.browser.post('/custom-fields', { ...field, type: 'text' });
    expect(other.body.code).toBe('custom_field.exists');
    made(await owner.browser.post('/custom-fields', field));
    expect((await owner.browser.get(`/prospects/${id}`)).body.custom.budget).toBe(100);
  });

  it('hang on other records, too, and on nothing that is not there', async () => {
    const nobody = '01930000-0000-7000-8000-00000000ffff';
    for (const kind of ['contact', 'publisher', 'prospect', 'placement'])
      expect((await owner.browser.get(`/custom-values/${kind}/${nobody}`)).body.code).toBe(
        'custom_field.record_not_found',
      );
    const { id } = await aProspect(owner);
    const set = await owner.browser.put(`/custom-values/prospect/${id}`, { values: { budget: 5 } });
    expect(set.body).toEqual({ values: { budget: 5 } });
  });
});

describe('a member who leaves', () => {
  it('hands their prospects over, and their locks end', async () => {
    const leaver = await invite(app, owner, { role: 'member' });
    const { id } = await aProspect(owner);
    await leaver.browser.post(`/prospects/${id}/lock`);
    const preview = await owner.browser.get(`/members/${leaver.memberId}/leaving`);
    expect(preview.body.prospects).toBe(1);
    const left = await owner.browser.post(`/members/${leaver.memberId}/leave`, {
      handOverTo: member.memberId,
    });
    expect(left.body.handedOver).toEqual({ placements: 0, prospects: 1 });
    expect((await owner.browser.get(`/prospects/${id}`)).body).toMatchObject({
      ownerMemberId: member.memberId,
      lockUntil: null,
    });
  });
});

describe('another workspace', () => {
  it('sees nothing, and searches nothing', async () => {
    const stranger = await anotherWorkspace(app, 'Osprey');
    const { id, siteId } = await aProspect(owner, { notes: 'wonderful herons' });
    expect((await stranger.browser.get(`/prospects/${id}`)).status).toBe(404);
    expect((await stranger.browser.get(`/sites/${siteId}/conflict`)).status).toBe(404);
    expect((await owner.browser.get('/prospects?search=wonderful+herons')).body.total).toBe(1);
    expect((await stranger.browser.get('/prospects?search=wonderful+herons')).body.total).toBe(0);
    expect((await stranger.browser.get('/tags')).body.items).toEqual([]);
  });
});
