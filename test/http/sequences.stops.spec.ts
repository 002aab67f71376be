import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EnrollmentStops, type ReplyScope } from '../../src/modules/sequences/enrollment-stops.service.js';
import { Database } from '../../src/platform/database/database.js';
import { newId } from '../../src/platform/database/id.js';
import { JobRuntime } from '../../src/platform/jobs/job-runtime.js';
import { aBrand, finished, type MadeBrand, made } from '../builders/agency.js';
import { aCampaign, aContact, aPitch } from '../builders/campaigns.js';
import { aCatcher, aSequence, enrolled, leave, mailSteps, mailsOf, tell } from '../builders/sequences.js';
import { startApp, type TestApp } from './app.js';
import type { Answer } from './browser.js';
import { type Person, setUp } from './people.js';

let app: TestApp;
let owner: Person;
let heron: MadeBrand;
let otter: MadeBrand;
let campaign: Answer['body'];
let mailboxId: string;
let sequenceId: string;
let no = 0;
beforeAll(async () => {
  app = await startApp();
  owner = await setUp(app);
  [heron, otter] = [await aBrand(owner, 'heron'), await aBrand(owner, 'otter')];
  campaign = await aCampaign(owner, heron.brandId);
  mailboxId = await aCatcher(app, owner.workspaceId);
  sequenceId = String((await aSequence(owner, await mailSteps(owner))).id);
});
afterAll(() => app.close());

/** A site no other test has. */
const site = (name: string): string => {
  no += 1;
  return `${name}${no}.example`;
};

interface Made {
  readonly id: string;
  readonly siteId: string;
  readonly pitchId: string;
  readonly contactId: string;
  readonly addressKey: string;
}

/** Enrols somebody for a pitch on a site; a new person at that site unless one is named. */
async function anEnrollment(
  siteAddress: string,
  { contactId, campaignId = String(campaign.id) }: { contactId?: string; campaignId?: string } = {},
): Promise<Made> {
  no += 1;
  const person = contactId ?? (await aContact(owner, siteAddress, `Person ${no}`));
  const pitch = await aPitch(owner, campaignId, { siteAddress, contactIds: [person] });
  const made = await enrolled(owner, { sequenceId, mailboxId, pitchIds: [String(pitch.id)] });
  const { id, siteId, pitchId, toAddress } = made;
  return { id, siteId, pitchId, contactId: person, addressKey: String(toAddress).toLowerCase() };
}

const seen = async ({ id }: Pick<Made, 'id'>) => (await owner.browser.get(`/enrollments/${id}`)).body;
const standing = async (one: Pick<Made, 'id'>): Promise<string> => {
  const { state, code } = await seen(one);
  return code === null ? state : `${String(state)}: ${String(code)}`;
};
const waiting = async ({ id }: Pick<Made, 'id'>) =>
  (await mailsOf(app, id)).filter(({ state }) => state === 'ready').length;
const stops = <Answered>(work: (stops: EnrollmentStops) => Promise<Answered>): Promise<Answered> =>
  app.get(Database).inWorkspace({ workspaceId: owner.workspaceId }, () => work(app.get(EnrollmentStops)));
const reply = (scope: Partial<ReplyScope>) =>
  stops((all) =>
    all.pauseForReply({
      inboundId: newId(),
      contactId: null,
      addressKey: 'nobody@nowhere.example',
      siteIds: [],
      publisherIds: [],
      ...scope,
    }),
  );

describe('a reply pauses exactly', () => {
  it('the person, the sites of the conversation and the publisher, in a grid of neighbours', async () => {
    const [kiln, glaze, clay, far] = [site('kiln'), site('glaze'), site('clay'), site('far')];
    const publisherId = made(
      await owner.browser.post('/publishers', { name: 'Pots', siteAddresses: [kiln, glaze] }),
    );
    const second = await aCampaign(owner, otter.brandId, { name: 'Spring' });
    const campaignId = String(second.id);
    const who = await anEnrollment(kiln);
    const grid = {
      'the person on the site': who,
      'the person for another client': await anEnrollment(clay, { contactId: who.contactId, campaignId }),
      'a colleague on the site': await anEnrollment(kiln, { campaignId }),
      'somebody on another site of the publisher': await anEnrollment(glaze),
      'somebody on a site of nobody': await anEnrollment(far),
      'a neighbour on the site the person also writes for': await anEnrollment(clay),
    };
    const before = await anEnrollment(site('over'));
    await owner.browser.post(`/enrollments/${before.id}/stop`, {});
    const { contactId, addressKey, siteId } = who;
    const told = await reply({ contactId, addressKey, siteIds: [siteId], publisherIds: [publisherId] });
    const found: Record<string, string> = {};
    for (const [name, one] of Object.entries(grid)) found[name] = await standing(one);
    expect(found).toEqual({
      'the person on the site': 'paused: replied',
      'the person for another client': 'paused: replied',
      'a colleague on the site': 'paused: replied',
      'somebody on another site of the publisher': 'paused: replied',
      'somebody on a site of nobody': 'running',
      'a neighbour on the site the person also writes for': 'running',
    });
    expect(new Set(told.enrollmentIds).size).toBe(4);
    expect([await waiting(who), await waiting(grid['somebody on a site of nobody'])]).toEqual([0, 1]);
    expect(await standing(before)).toBe('stopped: by_hand');
  });

  it('by the address alone where nobody knows the person', async () => {
    const [one, other] = [await anEnrollment(site('alone')), await anEnrollment(site('apart'))];
    await reply({ addressKey: one.addressKey });
    expect([await standing(one), await standing(other)]).toEqual(['paused: replied', 'running']);
  });

  it('what would have gone on by itself, too, and a person lets it go on', async () => {
    const one = await anEnrollment(site('later'));
    await owner.browser.post(`/enrollments/${one.id}/pause`, { until: '2026-12-01' });
    await reply({ contactId: one.contactId });
    expect(await seen(one)).toMatchObject({ state: 'paused', code: 'replied', pausedUntil: null });
    await stops((all) => all.resume(one.id));
    expect([await standing(one), await waiting(one)]).toEqual(['running', 1]);
    await expect(stops((all) => all.resume(one.id))).rejects.toMatchObject({ code: 'enrollment.not_paused' });
  });

  it('after the first mail, so that the follow-up never leaves', async () => {
    const one = await anEnrollment(site('after'));
    await leave(app, owner.workspaceId, one.id);
    await reply({ contactId: one.contactId });
    const mails = await mailsOf(app, one.id);
    expect(mails.map(({ stepNo, state }) => `${stepNo} ${state}`)).toEqual(['1 sent', '2 cancelled']);
  });
});

describe('an address', () => {
  it('that bounced or left for good stops only itself', async () => {
    const [one, other] = [await anEnrollment(site('gone')), await anEnrollment(site('there'))];
    await stops((all) => all.stopAddress(one.addressKey, 'bounced'));
    expect([await standing(one), await standing(other)]).toEqual(['stopped: bounced', 'running']);
  });

  it('in doubt is paused until a person decides', async () => {
    const one = await anEnrollment(site('doubt'));
    await stops((all) => all.pauseAddress(one.addressKey, 'opt_out_doubtful'));
    expect(await standing(one)).toBe('paused: opt_out_doubtful');
  });

  it('of who is away is written to when they are back', async () => {
    const one = await anEnrollment(site('away'));
    await leave(app, owner.workspaceId, one.id);
    await stops((all) => all.delayUntil(one.addressKey, '2026-12-14'));
    expect(await seen(one)).toMatchObject({ state: 'running', code: 'absent', returnsOn: '2026-12-14' });
    const [, next] = await mailsOf(app, one.id);
    expect(new Date(String(next?.notBefore)).toISOString()).toBe('2026-12-14T08:00:00.000Z');
  });
});

describe('what happens around an enrolment', () => {
  const post = (path: string, body: object = {}) => owner.browser.post(path, body);
  const campaignStatus = async (id: string, status: string) => {
    const { revision } = (await owner.browser.get(`/campaigns/${id}`)).body;
    return owner.browser.patch(`/campaigns/${id}`, { revision, status });
  };

  it.each<[string, (one: Made) => Promise<Answer>, string]>([
    [
      'a pitch that is lost',
      ({ pitchId }) => post(`/pitches/${pitchId}/lose`, { reason: 'no_reply' }),
      'stopped: pitch_lost',
    ],
    [
      'a pitch that is put away',
      ({ pitchId }) => post(`/pitches/${pitchId}/archive`),
      'stopped: pitch_archived',
    ],
    ['a pitch that rests', ({ pitchId }) => post(`/pitches/${pitchId}/pause`), 'paused: pitch_paused'],
    [
      'a pitch whose contact is another one',
      ({ pitchId }) => owner.browser.put(`/pitches/${pitchId}/contacts`, { contactIds: [] }),
      'paused: contact_removed',
    ],
    [
      'a contact who was erased',
      ({ contactId }) => post(`/contacts/${contactId}/erase`),
      'stopped: suppressed',
    ],
    [
      'a contact who was put away',
      ({ contactId }) => post(`/contacts/${contactId}/archive`),
      'paused: contact_archived',
    ],
    [
      'an address that is suppressed',
      ({ addressKey }) => post('/suppressions', { address: addressKey, reason: 'asked' }),
      'stopped: suppressed',
    ],
    [
      'a site that is suppressed',
      ({ siteId }) => post('/suppressions', { siteId, reason: 'asked' }),
      'stopped: suppressed',
    ],
  ])('%s leads to where it stands', async (_, happens, stands) => {
    const [one, other] = [await anEnrollment(site('one')), await anEnrollment(site('other'))];
    const { status, body } = await happens(one);
    expect([status < 300, body]).toEqual([true, body]);
    expect([await standing(one), await standing(other)]).toEqual([stands, 'running']);
    expect(await waiting(one)).toBe(0);
  });

  it('a person who was erased leaves no address and no words', async () => {
    const one = await anEnrollment(site('erased'));
    await post(`/contacts/${one.contactId}/erase`);
    const { toAddress, steps } = await seen(one);
    expect([toAddress, steps.map(({ text }: Answer['body']) => text)]).toEqual(['', [null, null]]);
  });

  it('an address that changed waits for a person, who goes on to the new one', async () => {
    const one = await anEnrollment(site('moved'));
    const contact = (await owner.browser.get(`/contacts/${one.contactId}`)).body;
    await post(`/contacts/${one.contactId}/addresses`, { address: 'new@moved.example', isMain: true });
    expect(await standing(one)).toBe('running');
    await owner.browser.delete(`/contact-addresses/${String(contact.addresses[0].id)}`);
    expect(await standing(one)).toBe('paused: address_changed');
    expect((await post(`/enrollments/${one.id}/resume`)).body).toMatchObject({
      state: 'running',
      toAddress: 'new@moved.example',
    });
  });

  it('a campaign that rests and runs again takes its enrolments with it, but none that was answered', async () => {
    const id = String((await aCampaign(owner, heron.brandId, { name: 'Resting' })).id);
    const [one, answered] = [
      await anEnrollment(site('rest'), { campaignId: id }),
      await anEnrollment(site('answered'), { campaignId: id }),
    ];
    await campaignStatus(id, 'paused');
    expect(await standing(one)).toBe('paused: campaign_paused');
    await reply({ contactId: answered.contactId });
    expect((await post(`/enrollments/${one.id}/resume`)).body.code).toBe('enrollment.campaign_paused');
    await campaignStatus(id, 'running');
    expect([await standing(one), await standing(answered)]).toEqual(['running', 'paused: replied']);
    await campaignStatus(id, 'finished');
    expect([await standing(one), await standing(answered)]).toEqual([
      'stopped: campaign_finished',
      'stopped: campaign_finished',
    ]);
  });
});

describe('many pitches', () => {
  it('are enrolled in the background, and those of which nothing left are taken back', async () => {
    const pitches: string[] = [];
    for (const name of ['a', 'b', 'c']) {
      const siteAddress = site(name);
      no += 1;
      const contactIds = [await aContact(owner, siteAddress, `Many ${no}`)];
      pitches.push(String((await aPitch(owner, String(campaign.id), { siteAddress, contactIds })).id));
    }
    const empty = await aPitch(owner, String(campaign.id), { siteAddress: site('empty') });
    const pitchIds = [...pitches, String(empty.id)];
    const started = await owner.browser.post('/enrollments', { sequenceId, mailboxId, pitchIds });
    expect([started.status, started.body.enrollmentId]).toEqual([202, null]);
    expect(await finished(app, owner, started)).toMatchObject({ finished: 4, failed: 1 });
    const of = async (pitchId: string) =>
      (await owner.browser.get(`/enrollments?pitchId=${pitchId}`)).body.items[0] as Made;
    await leave(app, owner.workspaceId, (await of(pitches[0] ?? '')).id);
    const undo = await owner.browser.post(`/jobs/${String(started.body.jobId)}/undo`, {});
    await finished(app, owner, undo);
    const states = await Promise.all(pitches.map(async (id) => standing(await of(id))));
    expect(states).toEqual(['running', 'stopped: undone', 'stopped: undone']);
  });
});

it('an address its server does not know is kept from mail, and its enrolment is over', async () => {
  const { id, contactId, addressKey } = await anEnrollment(site('kiln'));
  await tell(app, owner.workspaceId, id, { state: 'failed', kind: 'mail.failed', code: 'address_unknown' });
  await app.get(JobRuntime).drain();
  expect(await standing({ id })).toBe('stopped: bounced');
  const { items } = (await owner.browser.get(`/suppressions?search=${addressKey}`)).body;
  expect(items).toMatchObject([{ reason: 'bounced', source: 'bounce' }]);
  const { addresses } = (await owner.browser.get(`/contacts/${contactId}`)).body;
  expect(addresses).toMatchObject([{ status: 'bounced' }]);
});
