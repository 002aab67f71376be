import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aBrand, finished } from '../builders/agency.js';
import { aCampaign, aContact, aPitch } from '../builders/campaigns.js';
import { aCatcher, aSequence, mailSteps } from '../builders/sequences.js';
import { startApp, type TestApp } from './app.js';
import type { Answer } from './browser.js';
import { invite, type Person, setUp } from './people.js';

/** Pitches of the campaign: of every six one has no contact, one a contact who wants no mail. */
const PITCHES = 24;
const hasNobody = (no: number): boolean => no % 6 === 0;
const isSuppressed = (no: number): boolean => no % 6 === 1;
const canEnroll = (no: number): boolean => !hasNobody(no) && !isSuppressed(no);

let app: TestApp;
let owner: Person;
let campaignId: string;
let sequence: Answer['body'];
let target: { sequenceId: string; mailboxId: string };
let pitchIds: string[];
beforeAll(async () => {
  app = await startApp();
  owner = await setUp(app);
  const heron = await aBrand(owner, 'heron');
  campaignId = String((await aCampaign(owner, heron.brandId)).id);
  sequence = await aSequence(owner, await mailSteps(owner));
  target = { sequenceId: String(sequence.id), mailboxId: await aCatcher(app, owner.workspaceId) };
  pitchIds = [];
  for (let no = 0; no < PITCHES; no += 1) pitchIds.push(await aNumberedPitch(no));
});
afterAll(() => app.close());

async function aNumberedPitch(no: number): Promise<string> {
  const siteAddress = `kiln${no}.example`;
  if (hasNobody(no)) return String((await aPitch(owner, campaignId, { siteAddress })).id);
  const contactId = await aContact(owner, siteAddress, 'Ann Potter');
  await owner.browser.patch(`/contacts/${contactId}`, { revision: 1, country: 'GB' });
  if (isSuppressed(no))
    await owner.browser.post('/suppressions', { address: `ann.potter@${siteAddress}`, reason: 'asked' });
  return String((await aPitch(owner, campaignId, { siteAddress, contactIds: [contactId] })).id);
}

const able = (): string[] => pitchIds.filter((_, no) => canEnroll(no));
const check = (wish: object, who = owner): Promise<Answer> =>
  who.browser.post('/enrollment-checks', { ...target, ...wish });
/** A check that is over, with all its rows. */
async function checked(wish: object): Promise<Answer['body']> {
  const answer = await check(wish);
  await finished(app, owner, answer);
  return { ...answer.body, ...(await seen(answer.body.jobId)) };
}
const seen = async (jobId: unknown, query = 'limit=200'): Promise<Answer['body']> =>
  (await owner.browser.get(`/enrollment-checks/${String(jobId)}?${query}`)).body;
const enroll = (jobId: unknown, wish: object = {}): Promise<Answer> =>
  owner.browser.post(`/enrollment-checks/${String(jobId)}/enroll`, wish);
const running = async (): Promise<string[]> => {
  const { body } = await owner.browser.get('/enrollments?limit=200');
  return body.items
    .filter((row: { state: string }) => row.state === 'running')
    .map((row: { pitchId: string }) => row.pitchId)
    .sort();
};

describe('many pitches', () => {
  it('are looked at as a filter finds them: who would be enrolled, who not and why, and nobody is enrolled', async () => {
    const found = await checked({ filter: { campaignId } });
    expect(found).toMatchObject({ isDone: true, total: PITCHES, able: able().length, needsApproval: false });
    const rows: Answer['body'][] = found.items;
    expect(rows.map((row) => row.pitchId)).toEqual(pitchIds);
    expect(rows.map((row) => row.canEnroll)).toEqual(pitchIds.map((_, no) => canEnroll(no)));
    expect(rows[0]).toMatchObject({ codes: ['no_contact'], contactName: null, displayHost: 'kiln0.example' });
    expect(rows[1]).toMatchObject({ codes: ['suppressed'], contactName: 'Ann Potter' });
    expect(found.reasons).toEqual(
      expect.arrayContaining([
        { code: 'no_contact', count: 4 },
        { code: 'suppressed', count: 4 },
      ]),
    );
    expect(rows.at(-1)?.ahead).toBe(able().length - 1);
    expect(await running()).toEqual([]);
  });

  it('are read by pages, and by what stands against them', async () => {
    const { jobId } = await checked({ pitchIds });
    const first = await seen(jobId, 'limit=10&canEnroll=true');
    const second = await seen(jobId, `limit=10&canEnroll=true&cursor=${first.nextCursor}`);
    expect([...first.items, ...second.items].map((row) => row.pitchId)).toEqual(able());
    expect([first.total, second.nextCursor]).toEqual([able().length, null]);
    expect((await seen(jobId, 'code=suppressed')).items).toHaveLength(4);
    expect((await seen(jobId, 'code=whatever')).code).toBe('request.invalid');
  });

  it('show the mails of any of them, at the moment its place allows', async () => {
    const { items } = await checked({ pitchIds });
    const last = items.at(-1);
    const moment = async (ahead: number): Promise<string> => {
      const wish = { ...target, pitchIds: [last.pitchId], ahead };
      const { body } = await owner.browser.post('/enrollments/preview', wish);
      expect(body.items[0].steps[0].text).toContain('Hi Ann Potter');
      return body.items[0].steps[0].latestAt;
    };
    expect(Date.parse(await moment(200))).toBeGreaterThan(Date.parse(await moment(last.ahead)));
  });

  it('are enrolled as they were checked, but for those left out, and taken back again', async () => {
    const { jobId } = await checked({ filter: { campaignId } });
    const [left, ...others] = able();
    const answer = await enroll(jobId, { exceptPitchIds: [left] });
    const job = await finished(app, owner, answer);
    expect([answer.status, job]).toMatchObject([202, { state: 'done', failed: 0, finished: others.length }]);
    expect(await running()).toEqual(others.sort());
    const again = await checked({ pitchIds });
    expect(again).toMatchObject({ able: 1 });
    expect(again.reasons).toContainEqual({ code: 'enrolled_already', count: others.length });
    await finished(app, owner, await owner.browser.post(`/jobs/${String(job.id)}/undo`));
    expect(await running()).toEqual([]);
  });

  it('are enrolled though the check refused them, once a person chose somebody else', async () => {
    const no = pitchIds.findIndex((_, index) => isSuppressed(index));
    const pitchId = String(pitchIds[no]);
    const { jobId } = await checked({ pitchIds: [pitchId] });
    expect((await enroll(jobId)).body.code).toBe('enrollment.nobody_left');
    const contactId = await aContact(owner, `kiln${no}.example`, 'Bo Baker');
    await owner.browser.patch(`/contacts/${contactId}`, { revision: 1, country: 'GB' });
    await owner.browser.put(`/pitches/${pitchId}/contacts`, { contactIds: [contactId] });
    const job = await finished(app, owner, await enroll(jobId, { contacts: [{ pitchId, contactId }] }));
    expect(job).toMatchObject({ finished: 1, failed: 0 });
    await finished(app, owner, await owner.browser.post(`/jobs/${String(job.id)}/undo`));
  });

  it('are the open pitches of prospects in a campaign', async () => {
    const { body } = await owner.browser.get('/prospects?limit=200');
    const ids = body.items.map((row: { id: string }) => row.id);
    const named = await checked({ prospects: { campaignId, ids: ids.slice(0, 5) } });
    expect([named.pitches, named.total]).toEqual([5, 5]);
    await owner.browser.post('/prospects', { address: 'alone.example' });
    const all = await checked({ prospects: { campaignId, filter: {} } });
    expect([all.pitches, all.prospectsWithout]).toEqual([PITCHES, 1]);
  });
});

describe('a check', () => {
  it.each<[string, object, string]>([
    ['of nothing', {}, 'request.invalid'],
    ['of two things', { filter: {}, pitchIds: ['019a0000-0000-7000-8000-000000000000'] }, 'request.invalid'],
    ['of nobody there', { pitchIds: ['019a0000-0000-7000-8000-000000000000'] }, 'pitch.not_found'],
    [
      'in no sequence',
      { filter: {}, sequenceId: '019a0000-0000-7000-8000-000000000000' },
      'sequence.not_found',
    ],
    [
      'of prospects in two ways',
      { prospects: { campaignId: '019a0000-0000-7000-8000-000000000000' } },
      'request.invalid',
    ],
  ])('%s is refused', async (_, wish, code) => {
    expect((await check(wish)).body.code).toBe(code);
  });

  it('is no enrolment while it goes on, nor after the sequence was changed', async () => {
    const { body } = await check({ pitchIds });
    expect((await enroll(body.jobId)).body.code).toBe('enrollment.check_unfinished');
    const { jobId } = await checked({ pitchIds });
    const now = (await owner.browser.get(`/sequences/${target.sequenceId}`)).body;
    await owner.browser.patch(`/sequences/${target.sequenceId}`, {
      revision: now.revision,
      steps: (await mailSteps(owner)).slice(0, 1),
    });
    expect((await enroll(jobId)).body.code).toBe('enrollment.check_outdated');
  });

  it('is only read as a check, and by nobody limited to other clients', async () => {
    const { jobId } = await checked({ pitchIds: pitchIds.slice(0, 2) });
    const lamps = await aBrand(owner, 'lamps');
    const guest = await invite(app, owner, { role: 'member', clientIds: [lamps.clientId] });
    expect((await guest.browser.get(`/enrollment-checks/${String(jobId)}`)).status).toBe(404);
    expect((await check({ filter: { campaignId } }, guest)).body.code).toBe('pitch.not_found');
    const tag = { action: 'tag', filter: {}, params: { names: ['kiln'] } };
    const other = await owner.browser.post('/prospects/bulk', tag);
    expect((await owner.browser.get(`/enrollment-checks/${String(other.body.jobId)}`)).body.code).toBe(
      'job.not_found',
    );
  });
});
