import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EnrollmentTick } from '../../src/modules/sequences/enrollment-tick.js';
import { aTeam, type MadeBrand } from '../builders/agency.js';
import { aCampaign, aContact, aMailablePitch, aPitch } from '../builders/campaigns.js';
import {
  aCatcher,
  aSequence,
  aTemplate,
  enrolled,
  leave,
  mailSteps,
  mailsOf,
  tell,
} from '../builders/sequences.js';
import { startApp, type TestApp } from './app.js';
import type { Answer } from './browser.js';
import type { Person } from './people.js';

/** The clock stands at Friday 20 November 2026, ten in the morning in Amsterdam. */
let app: TestApp;
let owner: Person;
let member: Person;
let heron: MadeBrand;
let campaign: Answer['body'];
let mailboxId: string;
beforeAll(async () => {
  app = await startApp();
  ({ owner, member, brand: heron } = await aTeam(app, 'heron'));
  campaign = await aCampaign(owner, heron.brandId);
  mailboxId = await aCatcher(app, owner.workspaceId);
});
afterAll(() => app.close());

/** A pitch with a contact in Amsterdam who may be mailed. */
const aReadyPitch = (changes: object = {}) => aMailablePitch(owner, String(campaign.id), changes);
const act = (id: unknown, name: string, body: object = {}, who = owner) =>
  who.browser.post(`/enrollments/${String(id)}/${name}`, body);
const seen = async (id: unknown) => (await owner.browser.get(`/enrollments/${String(id)}`)).body;
const said = (moment: unknown): string => new Date(String(moment)).toISOString().slice(0, 16);

describe('an enrolment', () => {
  it('makes its first mail at once and the next when that has left, in the thread of it', async () => {
    const sequence = await aSequence(owner, await mailSteps(owner));
    const { pitchId } = await aReadyPitch();
    const made = await enrolled(owner, { sequenceId: sequence.id, mailboxId, pitchIds: [pitchId] });
    expect(made).toMatchObject({ state: 'running', nextStepNo: 1, stepCount: 2, doneCount: 0 });
    const [first] = await mailsOf(app, made.id);
    expect(first).toMatchObject({ state: 'ready', isCold: true, isFirst: true, stepNo: 1, inReplyTo: null });
    expect(first?.unsubscribeUrl).toContain('/u/v1.');
    await leave(app, owner.workspaceId, made.id);
    const [, second] = await mailsOf(app, made.id);
    expect(second).toMatchObject({ subject: 'Re: About first', inReplyTo: first?.messageId, isFirst: false });
    expect(said(second?.notBefore)).toBe('2026-11-26T08:00');
    await leave(app, owner.workspaceId, made.id);
    expect(await seen(made.id)).toMatchObject({ state: 'finished', doneCount: 2, nextAt: null });
  });

  it('is one for a pitch and contact at a time', async () => {
    const sequence = await aSequence(owner, await mailSteps(owner));
    const { pitchId } = await aReadyPitch();
    const wish = { sequenceId: sequence.id, mailboxId, pitchIds: [pitchId] };
    const made = await enrolled(owner, wish);
    expect((await owner.browser.post('/enrollments', wish)).body.code).toBe('enrollment.enrolled_already');
    await act(made.id, 'stop');
    expect((await owner.browser.post('/enrollments', wish)).status).toBe(201);
  });

  it('keeps its words when the template changes, and takes those a person wrote', async () => {
    const steps = await mailSteps(owner);
    const sequence = await aSequence(owner, steps);
    const { pitchId } = await aReadyPitch();
    const text = 'Hello Ann.\n\nSay no thanks and I will not write again.';
    const edits = [{ pitchId, stepNo: 2, text }];
    const made = await enrolled(owner, { sequenceId: sequence.id, mailboxId, pitchIds: [pitchId], edits });
    const template = (await owner.browser.get(`/templates/${String(steps[0]?.['templateId'])}`)).body;
    await owner.browser.post(`/templates/${template.id}/versions`, {
      revision: template.revision,
      subjects: ['Other'],
      body: 'Other {{sender.name}}',
    });
    const now = await seen(made.id);
    expect(now.steps[0].text).toContain('A first for');
    expect(now.steps[1]).toMatchObject({ isEdited: true, text: `${text}\n` });
  });

  it('has its words changed until they left, as another mail', async () => {
    const sequence = await aSequence(owner, await mailSteps(owner));
    const { pitchId } = await aReadyPitch();
    const made = await enrolled(owner, { sequenceId: sequence.id, mailboxId, pitchIds: [pitchId] });
    const change = (text: string) =>
      owner.browser.patch(`/enrollments/${String(made.id)}/steps/1`, { subject: 'Kilns', text });
    expect((await change('Hi Ann')).body.code).toBe('enrollment.opt_out_missing');
    expect((await change('Hi {{contact.name}}, no thanks?')).body.code).toBe('enrollment.variable_in_text');
    expect((await change('Hi Ann. Reply no thanks. Olga')).status).toBe(200);
    const [before, after] = await mailsOf(app, made.id);
    expect(before).toMatchObject({ state: 'cancelled', generation: 1 });
    expect(after).toMatchObject({ state: 'ready', generation: 2, subject: 'Kilns' });
    await leave(app, owner.workspaceId, made.id);
    expect((await change('Too late, no thanks')).body.code).toBe('enrollment.step_not_next');
  });

  it('rests until a day, and goes on by itself', async () => {
    const sequence = await aSequence(owner, await mailSteps(owner));
    const { pitchId } = await aReadyPitch();
    const made = await enrolled(owner, { sequenceId: sequence.id, mailboxId, pitchIds: [pitchId] });
    expect((await act(made.id, 'pause', { until: '2026-11-20' })).status).toBe(400);
    expect((await act(made.id, 'pause', { until: '2026-11-24' })).body).toMatchObject({
      state: 'paused',
      code: 'until_day',
      pausedUntil: '2026-11-24',
    });
    expect((await mailsOf(app, made.id)).map(({ state }) => state)).toEqual(['cancelled']);
    const before = app.clock.now();
    app.clock.setTo(new Date('2026-11-24T06:00:00Z'));
    await app.get(EnrollmentTick).runAll();
    app.clock.setTo(before);
    expect(await seen(made.id)).toMatchObject({ state: 'running', code: null });
    const [, again] = await mailsOf(app, made.id);
    expect([again?.state, again?.generation, said(again?.notBefore)]).toEqual([
      'ready',
      2,
      '2026-11-24T08:00',
    ]);
  });

  it('goes on by hand, leaves a step out, and stops', async () => {
    const sequence = await aSequence(owner, await mailSteps(owner));
    const { pitchId } = await aReadyPitch();
    const made = await enrolled(owner, { sequenceId: sequence.id, mailboxId, pitchIds: [pitchId] });
    await act(made.id, 'pause');
    expect((await act(made.id, 'resume')).body.state).toBe('running');
    expect((await act(made.id, 'resume')).body.code).toBe('enrollment.not_paused');
    const skipped = await act(made.id, 'skip', { stepNo: 1 });
    expect(skipped.body).toMatchObject({ nextStepNo: 2 });
    expect(skipped.body.steps[0]).toMatchObject({ state: 'skipped', code: 'by_hand' });
    expect((await act(made.id, 'stop')).body).toMatchObject({ state: 'stopped', code: 'by_hand' });
    expect((await mailsOf(app, made.id)).map(({ state }) => state)).toEqual([
      'cancelled',
      'cancelled',
      'cancelled',
    ]);
  });

  it('waits for approval where its sequence asks for it', async () => {
    const sequence = await aSequence(owner, await mailSteps(owner), { needsApproval: true });
    const { pitchId } = await aReadyPitch();
    const wish = { sequenceId: sequence.id, mailboxId, pitchIds: [pitchId] };
    const made = await enrolled(owner, wish);
    expect([made.state, await mailsOf(app, made.id)]).toEqual(['awaiting_approval', []]);
    expect((await act(made.id, 'approve', {}, member)).status).toBe(403);
    expect((await act(made.id, 'approve')).body.state).toBe('running');
    expect(await mailsOf(app, made.id)).toHaveLength(1);
    const other = await enrolled(owner, { ...wish, pitchIds: [(await aReadyPitch()).pitchId] });
    expect((await act(other.id, 'refuse', { note: 'Too long' })).body).toMatchObject({
      state: 'stopped',
      code: 'not_approved',
    });
  });

  it('asks a person for a task and goes on when it is done', async () => {
    const [first, second] = await mailSteps(owner);
    const call = {
      kind: 'task',
      waitWorkingDays: 2,
      taskKind: 'call',
      taskTitle: 'Call Ann',
      taskHolds: true,
    };
    const sequence = await aSequence(owner, [first ?? {}, call, second ?? {}]);
    const { pitchId } = await aReadyPitch();
    const made = await enrolled(owner, { sequenceId: sequence.id, mailboxId, pitchIds: [pitchId] });
    await leave(app, owner.workspaceId, made.id);
    const before = app.clock.now();
    app.clock.setTo(new Date('2026-11-24T09:00:00Z'));
    await app.get(EnrollmentTick).runAll();
    app.clock.setTo(before);
    const now = await seen(made.id);
    expect(now.steps[1]).toMatchObject({ state: 'waiting', taskTitle: 'Call Ann' });
    expect((await owner.browser.post(`/tasks/${String(now.steps[1].taskId)}/done`, {})).status).toBe(200);
    const [, mail] = await mailsOf(app, made.id);
    expect([mail?.stepNo, said(mail?.notBefore)]).toEqual([3, '2026-11-26T08:00']);
  });

  it('goes on by a task alone where there is no address', async () => {
    const [first] = await mailSteps(owner);
    const form = {
      kind: 'task',
      waitWorkingDays: 0,
      condition: 'no_address',
      taskKind: 'form',
      taskTitle: 'Form',
    };
    const sequence = await aSequence(owner, [{ ...first, condition: 'has_address' }, form]);
    const { pitchId, contactId } = await aReadyPitch();
    const contact = (await owner.browser.get(`/contacts/${contactId}`)).body;
    await owner.browser.delete(`/contact-addresses/${String(contact.addresses[0].id)}`);
    const made = await enrolled(owner, { sequenceId: sequence.id, mailboxId, pitchIds: [pitchId] });
    expect(made).toMatchObject({ toAddress: '', state: 'finished' });
    expect(made.steps.map(({ state }: Answer['body']) => state)).toEqual(['skipped', 'done']);
  });

  it('rests where its mail failed, and stops where the last word forbids it', async () => {
    const sequence = await aSequence(owner, await mailSteps(owner));
    const wish = async () => ({
      sequenceId: sequence.id,
      mailboxId,
      pitchIds: [(await aReadyPitch()).pitchId],
    });
    const [failed, forbidden] = [await enrolled(owner, await wish()), await enrolled(owner, await wish())];
    await tell(app, owner.workspaceId, failed.id, { state: 'failed', kind: 'mail.failed', code: 'policy' });
    await tell(app, owner.workspaceId, forbidden.id, {
      state: 'cancelled',
      kind: 'mail.cancelled',
      code: 'objected',
    });
    expect(await seen(failed.id)).toMatchObject({ state: 'paused', code: 'mail_failed' });
    expect(await seen(forbidden.id)).toMatchObject({ state: 'stopped', code: 'objected' });
  });

  it('stays on its version until it is moved, which is shown first', async () => {
    const steps = await mailSteps(owner);
    const sequence = await aSequence(owner, steps);
    const { pitchId } = await aReadyPitch();
    const made = await enrolled(owner, { sequenceId: sequence.id, mailboxId, pitchIds: [pitchId] });
    await leave(app, owner.workspaceId, made.id);
    expect((await act(made.id, 'move-to-current')).body.code).toBe('enrollment.current_already');
    const other = await aTemplate(owner, 'follow_up_1', {
      body: 'New words, {{contact.name}}. {{sender.name}}',
    });
    const changed = await owner.browser.patch(`/sequences/${sequence.id}`, {
      revision: sequence.revision,
      steps: [steps[0], { kind: 'mail', waitWorkingDays: 6, templateId: other }],
    });
    expect(changed.body).toMatchObject({ versionNo: 2, onOlderVersions: 1 });
    const preview = await act(made.id, 'move-to-current', { preview: true });
    expect(preview.body).toMatchObject({ isDone: false, keptSteps: [1], droppedSteps: [2], toVersionNo: 2 });
    expect((await seen(made.id)).versionNo).toBe(1);
    expect((await act(made.id, 'move-to-current')).body.isDone).toBe(true);
    const mails = await mailsOf(app, made.id);
    expect(mails.map(({ state }) => state)).toEqual(['sent', 'cancelled', 'ready']);
    expect(mails[2]?.text).toContain('New words, Ann Potter.');
    expect(said(mails[2]?.notBefore)).toBe('2026-11-30T08:00');
  });

  it('to a journalist carries no line about objecting and nothing after the deadline but thanks', async () => {
    const haro = await aCampaign(owner, heron.brandId, { kind: 'haro', name: 'Requests' });
    const [answer, thanks] = [
      await aTemplate(owner, 'answer', { kind: 'haro' }),
      await aTemplate(owner, 'thank_you', { kind: 'haro' }),
    ];
    const steps = [
      { kind: 'mail', waitWorkingDays: 0, templateId: answer },
      { kind: 'mail', waitWorkingDays: 1, templateId: thanks, inThread: false },
    ];
    const sequence = await aSequence(owner, steps, { kind: 'haro', endsOnDateField: 'deadlineOn' });
    const contactId = await aContact(owner, 'reporter.example', 'Noor Vries');
    const pitch = (deadlineOn: string, no: number) =>
      aPitch(owner, String(haro.id), {
        siteAddress: `paper${no}.example`,
        contactIds: [contactId],
        fields: { deadlineOn },
      });
    const wish = { sequenceId: sequence.id, mailboxId };
    const late = await owner.browser.post('/enrollments', {
      ...wish,
      pitchIds: [(await pitch('2026-11-19', 1)).id],
    });
    expect(late.body).toMatchObject({ code: 'enrollment.refused' });
    const made = await enrolled(owner, { ...wish, pitchIds: [String((await pitch('2026-11-25', 2)).id)] });
    const [first] = await mailsOf(app, made.id);
    expect(first).toMatchObject({ isCold: false, unsubscribeUrl: null });
    expect(first?.text).not.toMatch(/no thanks/);
    await leave(app, owner.workspaceId, made.id);
    const [, thank] = await mailsOf(app, made.id);
    expect(said(thank?.notBefore)).toBe('2026-11-26T08:00');
  });
});
