import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aBrand, type MadeBrand } from '../builders/agency.js';
import { aCampaign, aMailablePitch } from '../builders/campaigns.js';
import { aCatcher, aSequence, mailSteps } from '../builders/sequences.js';
import { startApp, type TestApp } from './app.js';
import type { Answer } from './browser.js';
import { type Person, setUp } from './people.js';

/** The clock stands at Friday 20 November 2026, ten in the morning in Amsterdam. */
let app: TestApp;
let owner: Person;
let heron: MadeBrand;
let campaign: Answer['body'];
let mailboxId: string;
beforeAll(async () => {
  app = await startApp();
  owner = await setUp(app);
  heron = await aBrand(owner, 'heron');
  campaign = await aCampaign(owner, heron.brandId);
  mailboxId = await aCatcher(app, owner.workspaceId);
});
afterAll(() => app.close());

/** A pitch with a contact in Amsterdam who may be mailed. */
const aReadyPitch = (changes: object = {}) => aMailablePitch(owner, String(campaign.id), changes);
const said = (moment: unknown): string => new Date(String(moment)).toISOString().slice(0, 16);

describe('a sequence', () => {
  it('is made from what is usual for a kind in one act, with copies of the starters', async () => {
    const answer = await owner.browser.post('/sequences', { name: 'Guest posts', kind: 'guest_blogging' });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ versionNo: 1, mails: 3, tasks: 0, findings: [] });
    expect(
      answer.body.steps.map((step: Answer['body']) => [step.purpose, step.workingDay, step.inThread]),
    ).toEqual([
      ['first', 0, false],
      ['follow_up_1', 4, true],
      ['follow_up_2', 10, true],
    ]);
    const again = await owner.browser.post('/sequences', { name: 'guest POSTS', kind: 'guest_blogging' });
    expect(again.body.code).toBe('sequence.name_taken');
  });

  it('for journalists ends on their deadline', async () => {
    const { body } = await owner.browser.post('/sequences', { name: 'Answers', kind: 'haro' });
    expect(body).toMatchObject({ endsOnDateField: 'deadlineOn', mails: 2 });
  });

  it('is refused where it cannot work, by the step', async () => {
    const [first] = await mailSteps(owner);
    const wish = { name: 'Torn', steps: [{ ...first, inThread: true }] };
    const { status, body } = await owner.browser.post('/sequences', wish);
    expect([status, body.code]).toEqual([400, 'request.invalid']);
    expect(body.fields ?? body.errors).toEqual([
      expect.objectContaining({ field: 'steps.0', code: 'thread_without_mail' }),
    ]);
  });

  it('is checked while it is written, and told what is doubtful', async () => {
    const sequence = await aSequence(owner, await mailSteps(owner));
    const [first, second] = await mailSteps(owner);
    const steps = [first, { ...second, waitWorkingDays: 1 }];
    const { body } = await owner.browser.post(`/sequences/${sequence.id}/check`, { steps });
    expect(body.findings).toEqual([{ code: 'follow_up_too_soon', stepNo: 2, isProblem: false }]);
  });

  it('keeps its revision and makes no version where nothing changes', async () => {
    const steps = await mailSteps(owner);
    const sequence = await aSequence(owner, steps);
    const same = await owner.browser.patch(`/sequences/${sequence.id}`, {
      revision: sequence.revision,
      steps,
    });
    expect(same.body).toMatchObject({ versionNo: 1, revision: sequence.revision });
    const stale = await owner.browser.patch(`/sequences/${sequence.id}`, { revision: 1, name: 'x' });
    expect(stale.body.code).toBe('sequence.changed_meanwhile');
  });

  it('that was put away takes nobody', async () => {
    const sequence = await aSequence(owner, await mailSteps(owner));
    await owner.browser.post(`/sequences/${sequence.id}/archive`, {});
    const { pitchId } = await aReadyPitch();
    const wish = { sequenceId: sequence.id, mailboxId, pitchIds: [pitchId] };
    expect((await owner.browser.post('/enrollments', wish)).body.code).toBe('sequence.archived');
    expect((await owner.browser.post(`/sequences/${sequence.id}/restore`, {})).body.archivedAt).toBeNull();
  });
});

describe('before pitches are enrolled', () => {
  it('every mail is shown with its moments, problems first, and nothing is written', async () => {
    const sequence = await aSequence(owner, await mailSteps(owner));
    const [sound, bad] = [await aReadyPitch(), await aReadyPitch({ contactIds: [] })];
    const wish = { sequenceId: sequence.id, mailboxId, pitchIds: [sound.pitchId, bad.pitchId] };
    const { body } = await owner.browser.post('/enrollments/preview', wish);
    const byPitch = Object.fromEntries(body.items.map((item: Answer['body']) => [item.pitchId, item]));
    expect(byPitch[sound.pitchId]).toMatchObject({ canEnroll: true, isCold: true, refusals: [] });
    const [first, second] = byPitch[sound.pitchId].steps;
    expect(first.text).toContain('Hi Ann Potter,');
    expect(first.text).toMatch(/Reply "no thanks".*\n\nCanal Agency, Canal 1\n$/s);
    expect(second.subject).toBe('Re: About first');
    expect([said(first.earliestAt), said(first.latestAt)]).toEqual(['2026-11-20T09:00', '2026-11-20T16:00']);
    expect([said(second.earliestAt), said(second.latestAt)]).toEqual([
      '2026-11-26T08:00',
      '2026-11-26T16:00',
    ]);
    expect((await owner.browser.get(`/enrollments?sequenceId=${sequence.id}`)).body.total).toBe(0);
  });

  it('what stands against one is told by its code', async () => {
    const sequence = await aSequence(owner, await mailSteps(owner));
    const { pitchId, contactId } = await aReadyPitch();
    await owner.browser.post(`/pitches/${pitchId}/lose`, { reason: 'no_reply' });
    await owner.browser.post(`/contacts/${contactId}/object`, {});
    const wish = { sequenceId: sequence.id, mailboxId, pitchIds: [pitchId] };
    const { body } = await owner.browser.post('/enrollments/preview', wish);
    expect(body.items[0].refusals).toContainEqual({ code: 'pitch_closed', blocks: true });
    expect((await owner.browser.post('/enrollments', wish)).body.code).toBe('enrollment.refused');
  });
});
