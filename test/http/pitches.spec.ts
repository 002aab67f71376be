import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PitchTick } from '../../src/modules/campaigns/pitch-tick.js';
import { CheckWorker } from '../../src/modules/verifier/check-worker.js';
import { aBrand, aTeam, type MadeBrand } from '../builders/agency.js';
import { aCampaign, aContact, aPitch, aSubmittedPitch, GUEST_POST, walk } from '../builders/campaigns.js';
import { aProspect, faultsOf } from '../builders/prospects.js';
import { article, type LocalSites, serveSites, VISITS_LOCAL_SITES } from '../verifier/local-site.js';
import { startApp, type TestApp } from './app.js';
import type { Answer } from './browser.js';
import { type Person, signIn } from './people.js';

const GUIDE = 'https://shoes.example/guide';
const source = { kind: 'note', reference: 'Mail of the editor', agreedOn: '2026-11-19' };

let app: TestApp;
let sites: LocalSites;
let owner: Person;
let member: Person;
let brand: MadeBrand;
let other: MadeBrand;
let campaign: Answer['body'];
let isLinkThere = true;
beforeAll(async () => {
  const link = () =>
    isLinkThere ? `<a href="${sites.url('127.0.0.8', '/guide')}">the guide</a>` : 'nothing';
  sites = await serveSites(() => ({ body: article(link()) }));
  app = await startApp({ settings: VISITS_LOCAL_SITES });
  ({ owner, member, brand } = await aTeam(app, 'shoes'));
  other = await aBrand(owner, 'lamps');
  campaign = await aCampaign(owner, brand.brandId);
});
afterAll(async () => {
  await app.close();
  await sites.close();
});

const get = async (id: string): Promise<Answer['body']> => (await owner.browser.get(`/pitches/${id}`)).body;
const act = (id: string, name: string, body: object = {}, person = owner): Promise<Answer> =>
  person.browser.post(`/pitches/${id}/${name}`, body);
const add = (campaignId: string, wish: object, person = owner): Promise<Answer> =>
  person.browser.post(`/campaigns/${campaignId}/pitches`, wish);
const kinds = async (id: string): Promise<string[]> => {
  const { items } = (await owner.browser.get(`/timelines/pitch/${id}`)).body;
  return items.map((event: { kind: string }) => event.kind);
};

describe('moves', () => {
  it('follow the kind: refused ones say what is missing and where one may go', async () => {
    const pitch = await aPitch(owner, campaign.id);
    const skipped = await act(pitch.id, 'move', { to: 'submitted', revision: 1 });
    expect([skipped.status, skipped.body.code, skipped.body.params]).toEqual([
      409,
      'pitch.move_not_allowed',
      { from: 'found', to: 'submitted', allowed: ['qualified'], names: '“Qualified”' },
    ]);
    const qualified = await walk(owner, pitch, ['qualified']);
    const early = await act(pitch.id, 'move', { to: 'pitched', revision: qualified.revision });
    expect([early.body.code, early.body.params.missing]).toEqual([
      'pitch.field_missing',
      ['contact', 'ideas'],
    ]);
    expect(early.body.detail).toContain('“Contact”, “Topics to propose”');
    const seen = await act(pitch.id, 'move', { to: 'live', revision: qualified.revision });
    expect(seen.body.code).toBe('pitch.only_seen');
    const nowhere = await act(pitch.id, 'move', { to: 'mars', revision: qualified.revision });
    expect(nowhere.body.code).toBe('pitch.stage_unknown');
    const stale = await act(pitch.id, 'move', { to: 'pitched', revision: 1 });
    expect([stale.status, stale.body.code]).toEqual([409, 'pitch.changed_meanwhile']);
  });

  it('wait for the client where the campaign asks for approval', async () => {
    const asked = await aCampaign(owner, brand.brandId, { approvals: ['site'] });
    const contactId = await aContact(owner, 'approved.example');
    const wish = { siteAddress: 'approved.example', contactIds: [contactId], fields: GUEST_POST };
    const pitch = await walk(owner, await aPitch(owner, asked.id, wish), ['qualified']);
    const refused = await act(pitch.id, 'move', { to: 'pitched', revision: pitch.revision });
    expect([refused.body.code, refused.body.params.subject]).toEqual(['pitch.approval_missing', 'site']);
  });

  it('to the first word are a touch that colleagues are warned of', async () => {
    const contactId = await aContact(owner, 'touched.example');
    const wish = { siteAddress: 'touched.example', contactIds: [contactId], fields: GUEST_POST };
    const pitch = await aPitch(owner, campaign.id, { ...wish, fields: GUEST_POST });
    const pitched = await walk(owner, pitch, ['qualified', 'pitched']);
    expect(pitched).toMatchObject({ status: 'waiting_them', firstContactedAt: '2026-11-20T09:00:00.000Z' });
    const elsewhere = await aCampaign(owner, other.brandId, { onConflict: 'block' });
    const refused = await add(elsewhere.id, { siteId: pitch.siteId }, member);
    expect(refused.body.code).toBe('pitch.conflict');
  });
});

describe('changing a pitch', () => {
  it('keeps fields, next step and assignee, each change once', async () => {
    const pitch = await aPitch(owner, campaign.id, { fields: { topic: 'Otters', writer: 'Wim' } });
    const change = (body: object) => owner.browser.patch(`/pitches/${pitch.id}`, body);
    const first = await change({
      revision: 1,
      fields: { topic: 'Herons', writer: null },
      nextStep: 'Call them',
      nextStepOn: '2026-11-19',
      assigneeMemberId: member.memberId,
    });
    expect(first.body).toMatchObject({
      fields: { topic: 'Herons' },
      nextStep: 'Call them',
      isOverdue: true,
      assigneeMemberId: member.memberId,
      revision: 2,
    });
    expect(first.body.fields).not.toHaveProperty('writer');
    expect((await change({ revision: 2, nextStep: 'Call them' })).body.revision).toBe(2);
    expect(faultsOf(await change({ revision: 2, fields: { linkPlace: 'sky' } }))).toEqual([
      'fields.linkPlace in',
    ]);
    expect(faultsOf(await change({ revision: 2, nextStepOn: '2026-02-30' }))).toEqual(['nextStepOn day']);
    const moved = await walk(owner, first.body, ['qualified']);
    expect([moved.nextStep, moved.nextStepOn]).toEqual(['', null]);
  });

  it('puts contacts in the order in which they are asked', async () => {
    const pitch = await aPitch(owner, campaign.id);
    const ids = [
      await aContact(owner, 'ann.example', 'Ann A'),
      await aContact(owner, 'bob.example', 'Bob B'),
    ];
    const put = (contactIds: string[]) => owner.browser.put(`/pitches/${pitch.id}/contacts`, { contactIds });
    const named = async (contactIds: string[]): Promise<string[]> =>
      (await put(contactIds)).body.contacts.map(({ name }: { name: string }) => name);
    expect(await named(ids)).toEqual(['Ann A', 'Bob B']);
    expect(await named([...ids].reverse())).toEqual(['Bob B', 'Ann A']);
    expect(faultsOf(await put([ids[0] ?? '', ids[0] ?? '']))).toEqual(['contactIds array_unique']);
    expect(await named([])).toEqual([]);
    expect((await kinds(pitch.id)).slice(0, 3)).toEqual(Array(3).fill('pitch.contacts_changed'));
  });
});

describe('pausing', () => {
  it('lasts until its day, or until somebody resumes it', async () => {
    const pitch = await aPitch(owner, campaign.id);
    expect(faultsOf(await act(pitch.id, 'pause', { until: '2026-11-20' }))).toEqual(['until day_past']);
    const paused = await act(pitch.id, 'pause', { until: '2026-11-22' });
    expect(paused.body).toMatchObject({ status: 'paused', pausedUntil: '2026-11-22' });
    expect((await act(pitch.id, 'pause', { until: '2026-11-22' })).body.code).toBe('pitch.paused');
    await app.get(PitchTick).resumeAll();
    expect((await get(pitch.id)).status).toBe('paused');
    app.clock.setTo(new Date('2026-11-21T23:30:00Z'));
    await app.get(PitchTick).resumeAll();
    app.clock.setTo(new Date('2026-11-20T09:00:00Z'));
    expect(await get(pitch.id)).toMatchObject({ status: 'waiting_us', pausedUntil: null });
    expect((await act(pitch.id, 'resume')).body.code).toBe('pitch.not_paused');
    await act(pitch.id, 'pause');
    expect((await act(pitch.id, 'resume')).body.status).toBe('waiting_us');
  });
});

describe('losing', () => {
  it('takes a reason of the kind, closes, and can be taken back', async () => {
    const pitch = await aPitch(owner, campaign.id);
    expect((await act(pitch.id, 'lose', { reason: 'mood' })).body.code).toBe('pitch.loss_reason_unknown');
    expect((await act(pitch.id, 'lose', { reason: 'other' })).body.code).toBe('pitch.loss_note_missing');
    const lost = await act(pitch.id, 'lose', { reason: 'topic_rejected', note: 'Too many birds' });
    expect(lost.body).toMatchObject({
      status: 'closed',
      outcome: 'lost',
      lossReason: 'topic_rejected',
      lossReasonName: 'Topics rejected',
      lossNote: 'Too many birds',
      closedAt: '2026-11-20T09:00:00.000Z',
    });
    const moved = await act(pitch.id, 'move', { to: 'qualified', revision: lost.body.revision });
    expect(moved.body.code).toBe('pitch.closed');
    expect((await act(pitch.id, 'pause')).body.code).toBe('pitch.closed');
    const back = await act(pitch.id, 'reopen');
    expect(back.body).toMatchObject({
      stage: 'found',
      status: 'waiting_us',
      outcome: null,
      lossReason: null,
    });
    expect((await act(pitch.id, 'reopen')).body.code).toBe('pitch.not_closed');
    expect(await kinds(pitch.id)).toEqual(['pitch.reopened', 'pitch.lost', 'pitch.added']);
  });

  it('is refused in the archive, as is everything else', async () => {
    const pitch = await aPitch(owner, campaign.id);
    const archived = (await act(pitch.id, 'archive')).body;
    const { revision } = archived;
    expect(archived.archivedAt).not.toBeNull();
    for (const [name, body] of [
      ['lose', { reason: 'no_reply' }],
      ['move', { to: 'qualified', revision }],
      ['pause', {}],
      ['reopen', {}],
    ] as const)
      expect((await act(pitch.id, name, body)).body.code).toBe('pitch.archived');
    expect((await act(pitch.id, 'restore')).body.archivedAt).toBeNull();
  });
});

describe('winning', () => {
  it('records what was agreed as placements that are awaited, several at once', async () => {
    const pitch = await aSubmittedPitch(owner, campaign.id);
    const second = (await aProspect(owner)).siteId;
    const won = await act(pitch.id, 'won', {
      revision: pitch.revision,
      placements: [
        { targetUrl: GUIDE, anchor: 'the guide', rel: 'follow', dueOn: '2026-12-01' },
        { siteId: second, targetUrl: GUIDE, durationUntil: '2027-12-01' },
      ],
      source,
    });
    expect(won.body).toMatchObject({ stage: 'scheduled', status: 'waiting_them', outcome: null });
    expect(won.body.placements).toMatchObject([
      { state: 'awaited', type: 'guest_post', dueOn: '2026-12-01', overdue: false, sourceUrl: null },
      { state: 'awaited', type: 'guest_post' },
    ]);
    const [first] = won.body.placements;
    const placement = (await owner.browser.get(`/placements/${first.id}`)).body;
    expect(placement).toMatchObject({ campaignId: campaign.id, pitchId: pitch.id, clientId: brand.clientId });
    expect(placement.terms.rel).toEqual({ standing: 'agreed', value: 'follow' });
    expect(placement.terms.anchor).toEqual({ standing: 'agreed', value: 'the guide' });
    const { items } = (await owner.browser.get(`/placements?pitchId=${pitch.id}`)).body;
    expect(items).toHaveLength(2);
  });

  it('is refused before its time, and with every field that is wrong', async () => {
    const early = await aPitch(owner, campaign.id);
    const wish = { placements: [{ targetUrl: GUIDE }], source };
    const refused = await act(early.id, 'won', wish);
    expect([refused.status, refused.body.code]).toEqual([409, 'pitch.move_not_allowed']);
    const pitch = await aSubmittedPitch(owner, campaign.id);
    const faults = async (body: object): Promise<string[]> => faultsOf(await act(pitch.id, 'won', body));
    expect(await faults({ placements: [], source })).toEqual(['placements array_min_size']);
    expect(await faults({ placements: [{}], source })).toEqual(['placements.0.targetUrl needed']);
    expect(await faults({ ...wish, source: { kind: 'hearsay', reference: '' } })).toEqual([
      'source.kind in',
      'source.reference filled',
    ]);
    expect((await get(pitch.id)).placements).toEqual([]);
  });
});

describe('a new owner of the site', () => {
  it('makes open pitches ask anew', async () => {
    const pitch = await aPitch(owner, campaign.id);
    await owner.browser.post(`/sites/${pitch.siteId}/new-owner`, { publisherName: 'Buyer Media' });
    expect(await get(pitch.id)).toMatchObject({ nextStep: 'New owner: ask anew', nextStepOn: '2026-11-20' });
  });
});

describe('notes', () => {
  it('stand on the timelines of a pitch and its campaign', async () => {
    const pitch = await aPitch(owner, campaign.id);
    const note = { subjectKind: 'pitch', subjectId: pitch.id, body: 'Likes herons' };
    expect((await owner.browser.post('/notes', note)).status).toBe(201);
    for (const [kind, id] of [
      ['pitch', pitch.id],
      ['campaign', campaign.id],
    ]) {
      const { items } = (await owner.browser.get(`/timelines/${String(kind)}/${String(id)}`)).body;
      const written = items.find((event: { kind: string }) => event.kind === 'note.written');
      expect(written).toMatchObject({ note: { body: 'Likes herons' } });
    }
  });
});

describe('the state of the placement', () => {
  it('wins the pitch when a check sees the link, and opens it when the link is gone', async () => {
    const pitch = await aSubmittedPitch(owner, campaign.id);
    const targetUrl = sites.url('127.0.0.8', '/guide');
    const placements = [{ sourceUrl: sites.url('127.0.0.7', '/post'), targetUrl }];
    await act(pitch.id, 'won', { placements, source });
    await app.get(CheckWorker).drain();
    const live = await get(pitch.id);
    expect(live).toMatchObject({ stage: 'live', status: 'closed', outcome: 'won' });
    expect(live.placements[0]).toMatchObject({ state: 'live' });
    expect((await kinds(pitch.id)).slice(0, 2).sort()).toEqual(['pitch.won', 'placement.state_changed']);
    expect((await owner.browser.get(`/campaigns/${campaign.id}`)).body).toMatchObject({
      deliveredThisMonth: 1,
      wonCount: 1,
    });
    isLinkThere = false;
    for (const hours of [1, 3, 15, 39, 87]) {
      app.clock.setTo(new Date(Date.parse('2026-11-28T09:00:00Z') + hours * 3600_000));
      await app.get(CheckWorker).drain();
    }
    isLinkThere = true;
    const { browser } = await signIn(app, owner.email);
    const removed = (await browser.get(`/pitches/${pitch.id}`)).body;
    expect(removed).toMatchObject({ stage: 'removed', status: 'waiting_us', outcome: null, closedAt: null });
    expect((await browser.get(`/campaigns/${campaign.id}`)).body.wonCount).toBe(0);
  });
});
