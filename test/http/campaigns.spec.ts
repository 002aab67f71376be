import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aBrand, aTeam, type MadeBrand, made } from '../builders/agency.js';
import { aCampaign, aPitch } from '../builders/campaigns.js';
import { faultsOf } from '../builders/prospects.js';
import { startApp, type TestApp } from './app.js';
import { anotherWorkspace, invite, type Person } from './people.js';

let app: TestApp;
let owner: Person;
let member: Person;
let limited: Person;
let brand: MadeBrand;
let other: MadeBrand;
let page: string;
beforeAll(async () => {
  app = await startApp();
  ({ owner, member, brand } = await aTeam(app, 'shoes'));
  other = await aBrand(owner, 'lamps');
  limited = await invite(app, owner, { role: 'member', clientIds: [other.clientId] });
  page = made(
    await owner.browser.post(`/brands/${brand.brandId}/target-pages`, { url: 'https://shoes.example/guide' }),
  );
});
afterAll(() => app.close());

const patch = (id: string, body: object, person = owner) => person.browser.patch(`/campaigns/${id}`, body);

describe('campaign kinds', () => {
  it('are told in the language of who asks, with stages, moves and fields', async () => {
    const { items } = (await owner.browser.get('/campaign-kinds')).body;
    expect(items.map((kind: { key: string }) => kind.key)).toEqual(
      expect.arrayContaining(['guest_blogging', 'broken_link', 'haro', 'link_insertion', 'digital_pr']),
    );
    const guest = items.find((kind: { key: string }) => kind.key === 'guest_blogging');
    expect(guest).toMatchObject({
      name: 'Guest blogging',
      defaultStage: 'found',
      moves: { found: ['qualified'] },
    });
    expect(guest.stages[0]).toMatchObject({ key: 'found', name: 'Found', whoMoves: 'us' });
    const dutch = await owner.browser.patch('/session/me', { locale: 'nl' });
    if (dutch.status === 200) {
      const again = (await owner.browser.get('/campaign-kinds')).body.items;
      expect(again.map((kind: { name: string }) => kind.name)).toContain('Gastblogs');
      await owner.browser.patch('/session/me', { locale: 'en' });
    }
  });
});

describe('a new campaign', () => {
  it('belongs to a brand and keeps all that was said of it', async () => {
    const campaign = await aCampaign(owner, brand.brandId, {
      name: ' Spring posts ',
      status: 'running',
      ownerMemberId: member.memberId,
      agreedPerMonth: 4,
      budget: { minor: 250_000, currency: 'EUR' },
      startsOn: '2026-11-01',
      endsOn: '2027-02-01',
      firstMailsPerWeek: 40,
      onConflict: 'block',
      approvals: ['site', 'topic'],
      memberIds: [owner.memberId, member.memberId],
      targetPageIds: [page],
      notes: 'Only Dutch sites',
    });
    expect(campaign).toMatchObject({
      name: 'Spring posts',
      kind: 'guest_blogging',
      clientId: brand.clientId,
      brandName: 'Brand shoes',
      ownerMemberId: member.memberId,
      agreedPerMonth: 4,
      deliveredThisMonth: 0,
      budget: { minor: 250_000, currency: 'EUR' },
      endsOn: '2027-02-01',
      firstMailsPerWeek: 40,
      onConflict: 'block',
      onExclusion: 'block',
      approvals: ['site', 'topic'],
      pitchCount: 0,
      revision: 1,
      targetPages: [
        { targetPageId: page, url: 'https://shoes.example/guide', goal: '', ownerMemberId: null },
      ],
    });
    expect(campaign.members).toHaveLength(2);
    expect(campaign.funnel[0]).toEqual({ stage: 'found', name: 'Found', count: 0 });
  });

  it.each<[string, () => object, string]>([
    ['a kind nobody knows', () => ({ kind: 'skywriting' }), 'kind unknown_kind'],
    [
      'an end before its start',
      () => ({ startsOn: '2026-12-02', endsOn: '2026-12-01' }),
      'endsOn before_start',
    ],
    [
      'an owner who may not see the client',
      () => ({ ownerMemberId: limited.memberId }),
      'ownerMemberId unknown_member',
    ],
    [
      'a member who may not see the client',
      () => ({ memberIds: [limited.memberId] }),
      'memberIds unknown_member',
    ],
    [
      'a page of another brand',
      () => ({ brandId: other.brandId, targetPageIds: [page] }),
      'targetPageIds unknown_page',
    ],
    ['a budget without a currency', () => ({ budget: { minor: 1 } }), 'budget.currency matches'],
    ['an approval of something else', () => ({ approvals: ['mood'] }), 'approvals in'],
  ])('is refused with %s', async (_, wish, fault) => {
    const answer = await owner.browser.post('/campaigns', {
      brandId: brand.brandId,
      kind: 'guest_blogging',
      name: 'x',
      ...wish(),
    });
    expect([answer.status, faultsOf(answer)]).toEqual([400, [fault]]);
  });
});

describe('changing a campaign', () => {
  it('needs the revision that was read, and a change of nothing leaves it', async () => {
    const { id } = await aCampaign(owner, brand.brandId);
    const changed = await patch(id, { revision: 1, status: 'running', agreedPerMonth: 2, budget: null });
    expect(changed.body).toMatchObject({ status: 'running', agreedPerMonth: 2, budget: null, revision: 2 });
    expect((await patch(id, { revision: 2, status: 'running' })).body.revision).toBe(2);
    const stale = await patch(id, { revision: 1, status: 'paused' });
    expect([stale.status, stale.body.code]).toEqual([409, 'campaign.changed_meanwhile']);
    const backwards = await patch(id, { revision: 2, startsOn: '2026-12-02', endsOn: '2026-12-01' });
    expect(faultsOf(backwards)).toEqual(['endsOn before_start']);
  });

  it('is refused while it is archived', async () => {
    const { id } = await aCampaign(owner, brand.brandId);
    expect((await owner.browser.post(`/campaigns/${id}/archive`)).body.archivedAt).not.toBeNull();
    expect((await patch(id, { revision: 2, notes: 'x' })).body.code).toBe('campaign.archived');
    const added = await owner.browser.post(`/campaigns/${id}/pitches`, { siteAddress: 'a.example' });
    expect(added.body.code).toBe('campaign.archived');
    expect((await owner.browser.post(`/campaigns/${id}/restore`)).body.archivedAt).toBeNull();
    const { items } = (await owner.browser.get(`/timelines/campaign/${id}`)).body;
    expect(items.map((event: { kind: string }) => event.kind)).toEqual([
      'campaign.restored',
      'campaign.archived',
      'campaign.added',
    ]);
  });

  it('says who works on it, and for which pages', async () => {
    const { id } = await aCampaign(owner, brand.brandId);
    const members = await owner.browser.put(`/campaigns/${id}/members`, { memberIds: [member.memberId] });
    expect(members.body.members).toEqual([
      { memberId: member.memberId, name: expect.stringContaining('Guest') },
    ]);
    const item = {
      targetPageId: page,
      ownerMemberId: member.memberId,
      goal: 'Page one',
      nextAction: 'Ask',
      nextActionOn: '2026-12-01',
    };
    const pages = await owner.browser.put(`/campaigns/${id}/target-pages`, { items: [item] });
    expect(pages.body.targetPages).toMatchObject([{ ...item, url: 'https://shoes.example/guide' }]);
    const twice = await owner.browser.put(`/campaigns/${id}/target-pages`, { items: [item, item] });
    expect(faultsOf(twice)).toEqual(['items.1.targetPageId array_unique']);
    const strange = await owner.browser.put(`/campaigns/${id}/target-pages`, {
      items: [item, { targetPageId: '01930000-0000-7000-8000-00000000ffff' }],
    });
    expect(faultsOf(strange)).toEqual(['items.1.targetPageId unknown_page']);
  });
});

describe('the list', () => {
  it('is narrowed, searched and paged, with where pitches stand', async () => {
    const found = await aCampaign(owner, other.brandId, { name: 'Lamp month', kind: 'digital_pr' });
    await aCampaign(owner, other.brandId, { name: 'Lamp week', ownerMemberId: owner.memberId });
    const names = async (query: string): Promise<string[]> =>
      (await owner.browser.get(`/campaigns?${query}`)).body.items.map((row: { name: string }) => row.name);
    expect(await names(`clientId=${other.clientId}&sort=name`)).toEqual(['Lamp month', 'Lamp week']);
    expect(await names(`clientId=${other.clientId}&kind=digital_pr`)).toEqual(['Lamp month']);
    expect(await names('search=LAMP%20w')).toEqual(['Lamp week']);
    expect(await names(`clientId=${other.clientId}&ownerMemberId=me`)).toEqual(['Lamp week']);
    expect(await names(`clientId=${other.clientId}&ownerMemberId=none`)).toEqual(['Lamp month']);
    expect(await names(`clientId=${other.clientId}&status=running`)).toEqual([]);
    for (const sort of ['name', 'newest']) {
      const first = (await owner.browser.get(`/campaigns?clientId=${other.clientId}&limit=1&sort=${sort}`))
        .body;
      const rest = await names(`clientId=${other.clientId}&limit=1&sort=${sort}&cursor=${first.nextCursor}`);
      expect([first.items[0].name, ...rest].sort()).toEqual(['Lamp month', 'Lamp week']);
    }
    await aPitch(owner, found.id);
    const [row] = (await owner.browser.get(`/campaigns?kind=digital_pr`)).body.items;
    expect(row).toMatchObject({ pitchCount: 1, wonCount: 0, lostCount: 0, decidedCount: 0 });
    expect(row.funnel[0].count).toBe(1);
  });
});

describe('others', () => {
  it('who are limited to another client, or of another workspace, see none of it', async () => {
    const { id } = await aCampaign(owner, brand.brandId);
    const pitch = await aPitch(owner, id);
    const stranger = await anotherWorkspace(app, 'Elsewhere');
    for (const person of [limited, stranger]) {
      expect((await person.browser.get(`/campaigns/${id}`)).body.code).toBe('campaign.not_found');
      expect((await patch(id, { revision: 1, notes: 'x' }, person)).status).toBe(404);
      expect((await person.browser.get(`/pitches/${pitch.id}`)).body.code).toBe('pitch.not_found');
      expect((await person.browser.get(`/timelines/pitch/${pitch.id}`)).status).toBe(404);
      const added = await person.browser.post(`/campaigns/${id}/pitches`, { siteAddress: 'a.example' });
      expect(added.status).toBe(404);
      const { items } = (await person.browser.get('/campaigns?search=autumn')).body;
      expect(items.map((row: { clientId: string }) => row.clientId)).not.toContain(brand.clientId);
    }
    const made = await limited.browser.post('/campaigns', {
      brandId: brand.brandId,
      kind: 'haro',
      name: 'x',
    });
    expect(made.body.code).toBe('brand.not_found');
    const viewer = await invite(app, owner, { role: 'viewer' });
    expect((await viewer.browser.get(`/campaigns/${id}`)).status).toBe(200);
    expect((await patch(id, { revision: 1, notes: 'x' }, viewer)).status).toBe(403);
  });
});

describe('who leaves', () => {
  it('hands campaigns and pitches over to the named member', async () => {
    const leaver = await invite(app, owner, { role: 'member' });
    const wish = { ownerMemberId: leaver.memberId, memberIds: [leaver.memberId] };
    const campaign = await aCampaign(owner, other.brandId, wish);
    const pitch = await aPitch(leaver, campaign.id);
    expect(pitch.assigneeMemberId).toBe(leaver.memberId);
    await owner.browser.post(`/members/${leaver.memberId}/leave`, { handOverTo: member.memberId });
    const after = (await owner.browser.get(`/campaigns/${campaign.id}`)).body;
    expect([after.ownerMemberId, after.members]).toEqual([member.memberId, []]);
    expect((await owner.browser.get(`/pitches/${pitch.id}`)).body.assigneeMemberId).toBe(member.memberId);
    const { items } = (await owner.browser.get(`/timelines/pitch/${pitch.id}`)).body;
    expect(items[0]).toMatchObject({ kind: 'pitch.handed_over', params: { to: member.memberId } });
  });

  it('leaves them to nobody where nobody takes them', async () => {
    const leaver = await invite(app, owner, { role: 'member' });
    const campaign = await aCampaign(owner, brand.brandId, { ownerMemberId: leaver.memberId });
    const pitch = await aPitch(leaver, campaign.id);
    await owner.browser.post(`/members/${leaver.memberId}/leave`, { handOverTo: null });
    expect((await owner.browser.get(`/campaigns/${campaign.id}`)).body.ownerMemberId).toBeNull();
    expect((await owner.browser.get(`/pitches/${pitch.id}`)).body.assigneeMemberId).toBeNull();
  });
});
