import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { JobRuntime } from '../../src/platform/jobs/job-runtime.js';
import { aBrand, type MadeBrand, made } from '../builders/agency.js';
import { aCampaign, aPitch } from '../builders/campaigns.js';
import { countsOf, type Figure, figuresIn, rowsAt } from '../builders/listed-rows.js';
import { fillPitches } from '../builders/pitch-list.js';
import { fillMonth } from '../builders/team-month.js';
import { startApp, type TestApp } from './app.js';
import type { Answer } from './browser.js';
import { invite, type Person, setUp } from './people.js';

/** The clock stands at Friday 20 November 2026, in Amsterdam. */
const [YESTERDAY, TODAY] = ['2026-11-19', '2026-11-20'];

let app: TestApp;
let owner: Person;
let member: Person;
let limited: Person;
let shoes: MadeBrand;
let lamps: MadeBrand;
let campaign: Answer['body'];
let lampCampaign: Answer['body'];

const overview = async (query = '', who = owner) => {
  const { status, body } = await who.browser.get(`/team/overview${query}`);
  expect([query, status]).toEqual([query, 200]);
  return body;
};
const myDay = async (who: Person, query = '') => (await who.browser.get(`/my-day${query}`)).body;
const personOf = (view: Answer['body'], memberId: string | null) =>
  view.people.find((one: { memberId: string | null }) => one.memberId === memberId);

async function bulk(path: string, body: object): Promise<string> {
  const { status, body: answer } = await owner.browser.post(path, body);
  expect(status).toBe(202);
  await app.get(JobRuntime).drain();
  return String(answer.jobId);
}

async function undo(jobId: string): Promise<void> {
  expect((await owner.browser.post(`/jobs/${jobId}/undo`)).status).toBe(202);
  await app.get(JobRuntime).drain();
}

beforeAll(async () => {
  app = await startApp();
  owner = await setUp(app);
  member = await invite(app, owner, { role: 'member' });
  shoes = await aBrand(owner, 'shoes');
  lamps = await aBrand(owner, 'lamps');
  limited = await invite(app, owner, { role: 'member', clientIds: [lamps.clientId] });
  const running = { status: 'running' };
  campaign = await aCampaign(owner, shoes.brandId, {
    ...running,
    agreedPerMonth: 4,
    budget: { minor: 100_000, currency: 'EUR' },
  });
  lampCampaign = await aCampaign(owner, lamps.brandId, { ...running, agreedPerMonth: 2 });
  await aCampaign(owner, lamps.brandId, { status: 'planning', agreedPerMonth: 9 });
  await aCampaign(owner, lamps.brandId, { ...running, agreedPerMonth: 7, startsOn: '2026-12-01' });
  await aCampaign(owner, lamps.brandId, { ...running, agreedPerMonth: 8, endsOn: '2026-10-31' });
  // Six pitches of the member wait for them for over a week by their number; five more do by a second.
  await fillPitches(app, { owner, member, ...shoes, campaignId: campaign.id });
  await app.database.asOwner(
    `update pitches set stage_since = '2026-11-13T08:59:59Z' where status = 'waiting_them' and id in
       (select id from pitches where status = 'waiting_them' and assignee_member_id = $1 order by id limit 5)`,
    [member.memberId],
  );
  await aPitch(owner, lampCampaign.id);
  await aPitch(owner, lampCampaign.id, { assigneeMemberId: limited.memberId });
});
afterAll(() => app.close());

describe('the month of the team', () => {
  beforeAll(() =>
    fillMonth(app, {
      owner,
      member,
      ...shoes,
      campaignId: campaign.id,
      lamps,
      lampCampaignId: lampCampaign.id,
    }),
  );

  it('has each number as often as the page it leads to lists rows', async () => {
    const ofOne = [`?clientId=${shoes.clientId}`, `?clientId=${lamps.clientId}&month=2026-11`];
    for (const query of ['', '?month=2026-10', ...ofOne]) {
      const view = await overview(query);
      const counted = figuresIn(view).filter(({ address }) => !address.startsWith('/campaigns'));
      expect(counted.length).toBeGreaterThan(20);
      for (const { count, address } of counted)
        expect([query, address, (await rowsAt(owner, address, 1)).total]).toEqual([query, address, count]);
    }
  });

  it('leads from what was agreed and what is due to the campaigns that make the sum', async () => {
    for (const { agreed, due } of [(await overview()).allClients, ...(await overview()).clients]) {
      const { items } = await rowsAt(owner, agreed.address);
      const wanted = items.map((one) => one.agreedPerMonth ?? 0);
      expect(wanted.reduce((sum, one) => sum + one, 0)).toBe(agreed.count);
      const lacking = items.map((one) => Math.max(0, (one.agreedPerMonth ?? 0) - one.deliveredThisMonth));
      expect([due.address, lacking.reduce((sum, one) => sum + one, 0)]).toEqual([agreed.address, due.count]);
    }
  });

  it('sets what was delivered against what was agreed, for each client', async () => {
    const { clients, allClients, month, isThisMonth } = await overview();
    expect([month, isThisMonth]).toEqual(['2026-11', true]);
    expect(clients.map((one: { clientName: string }) => one.clientName)).toEqual([
      'Client lamps',
      'Client shoes',
    ]);
    const [lampFigures, shoeFigures] = clients.map(countsOf);
    expect(shoeFigures).toEqual({ agreed: 4, delivered: 3, due: 1, coming: 2, lost: 1 });
    expect(lampFigures).toEqual({ agreed: 2, delivered: 5, due: 0, coming: 0, lost: 0 });
    expect(countsOf(allClients)).toEqual({ agreed: 6, delivered: 8, due: 1, coming: 2, lost: 1 });
  });

  it('knows another month as the workspace lived it', async () => {
    const { clients, isThisMonth } = await overview('?month=2026-10');
    expect(isThisMonth).toBe(false);
    expect(clients.map(countsOf).map(({ delivered: n }: Record<string, number>) => n)).toEqual([0, 1]);
  });

  it('says what is spent, promised and free of each budget', async () => {
    const { clients, allClients } = await overview();
    const money = {
      currency: 'EUR',
      budgetMinor: 100_000,
      spentMinor: 0,
      committedMinor: 24_100,
      freeMinor: 75_900,
    };
    expect(clients[1].money).toEqual([money]);
    expect(clients[0].money).toEqual([]);
    expect(allClients.money).toEqual([money]);
    expect(clients[1].orders.used.count).toBe(1);
    for (const [address, total] of [
      [clients[1].orders.committedAddress, 1],
      [clients[1].orders.spentAddress, 0],
    ])
      expect([address, (await rowsAt(owner, address)).total]).toEqual([address, total]);
  });

  it('says what each person has, and what nobody has', async () => {
    const view = await overview();
    const work = countsOf(personOf(view, member.memberId));
    expect(work).toMatchObject({
      unanswered: 11,
      tasks: 3,
      tasksOverdue: 1,
      awaited: 2,
      placementsOverdue: 1,
    });
    expect(personOf(view, null)).toMatchObject({ name: null, tasks: { count: 1 } });
    const sums = countsOf(view.everybody);
    for (const [key, sum] of Object.entries(sums)) {
      const each = view.people.map((one: Record<string, Figure>) => one[key]?.count ?? 0);
      expect([key, each.reduce((all: number, one: number) => all + one, 0)]).toEqual([key, sum]);
    }
  });

  it('shows somebody who is limited to a client that client alone', async () => {
    const view = await overview('', limited);
    expect(view.clients.map((one: { clientId: string }) => one.clientId)).toEqual([lamps.clientId]);
    expect(countsOf(view.everybody)).toMatchObject({ open: 2, tasks: 1 });
    for (const { count, address } of figuresIn(view).filter((one) => !one.address.startsWith('/campaigns')))
      expect([address, (await rowsAt(limited, address, 1)).total]).toEqual([address, count]);
    expect((await overview(`?clientId=${shoes.clientId}`, limited)).clients).toEqual([]);
  });

  it.each(['?month=2026-13', '?month=november', '?clientId=shoes'])('refuses %s', async (query) => {
    expect((await owner.browser.get(`/team/overview${query}`)).status).toBe(400);
  });

  it("hands a person's work to a colleague, and takes it back", async () => {
    const before = await overview();
    const from = countsOf(personOf(before, member.memberId));
    const to = countsOf(personOf(before, limited.memberId));
    const given = { assigneeMemberId: limited.memberId };
    await app.database.asOwner('update members set limited_to_clients = false where id = $1', [
      limited.memberId,
    ]);
    const pitches = await bulk('/pitches/bulk', {
      action: 'assign',
      filter: { assigneeMemberId: member.memberId, outcome: ['open'] },
      params: given,
    });
    const tasks = await bulk('/tasks/bulk', {
      action: 'assign',
      filter: { assigneeMemberId: member.memberId },
      params: given,
    });
    const after = await overview();
    expect(countsOf(personOf(after, member.memberId))).toMatchObject({ open: 0, stuck: 0, tasks: 0 });
    const sum = (key: string) => (from[key] ?? 0) + (to[key] ?? 0);
    expect(countsOf(personOf(after, limited.memberId))).toMatchObject({
      open: sum('open'),
      unanswered: sum('unanswered'),
      tasks: sum('tasks'),
      tasksOverdue: sum('tasksOverdue'),
    });
    await undo(pitches);
    await undo(tasks);
    await app.database.asOwner('update members set limited_to_clients = true where id = $1', [
      limited.memberId,
    ]);
    expect((await overview()).people).toEqual(before.people);
  });
});

describe('my day', () => {
  type Item = Record<'id' | 'title' | 'state' | 'dueOn', string> & { readonly isOverdue: boolean };
  interface List {
    readonly key: string;
    readonly total: number;
    readonly address: string;
    readonly items: readonly Item[];
  }
  const listOf = (view: { lists: List[] }, key: string) => view.lists.find((one) => one.key === key);

  beforeAll(async () => {
    const requests = await aCampaign(owner, lamps.brandId, { kind: 'haro', status: 'running' });
    for (const deadlineOn of ['2026-12-24', '2026-11-27', YESTERDAY])
      await aPitch(owner, requests.id, { assigneeMemberId: member.memberId, fields: { deadlineOn } });
    const theirs = await invite(app, owner, { role: 'client', clientIds: [shoes.clientId] });
    const pitch = await aPitch(owner, campaign.id, { fields: { topic: 'Herons', ideas: ['Herons'] } });
    const asked = await member.browser.post('/approvals', { pitchIds: [pitch.id], subject: 'topic' });
    const approvalId = asked.body.items[0].id;
    expect((await theirs.browser.post(`/client/approvals/${approvalId}/accept`)).status).toBe(200);
    const lost = (await rowsAt(owner, '/placements?problem=lost_week')).items[0]?.id;
    const { body } = await owner.browser.post('/reclamations', { placementIds: [lost] });
    const id = body.ids[0];
    const { revision } = (await owner.browser.get(`/reclamations/${id}`)).body;
    const given = { revision, assigneeMemberId: member.memberId };
    expect((await owner.browser.patch(`/reclamations/${id}`, given)).status).toBe(200);
    const line = { buyingMinor: 5_000, buyingVatRate: 2100 };
    const order = made(
      await member.browser.post('/orders', { brandId: shoes.brandId, currency: 'EUR', lines: [line] }),
    );
    await app.database.asOwner(
      `update orders set stage = 'ordered', state = 'payable', ends_on = '2026-12-10', owner_member_id = $2 where id = $1`,
      [order, member.memberId],
    );
  });

  it('has lists whose totals are those of their pages, and none that is empty', async () => {
    for (const who of [member, owner, limited]) {
      const view = await myDay(who);
      expect(view.today).toBe(TODAY);
      for (const { key, total, address, items } of view.lists) {
        expect([key, address, (await rowsAt(who, address)).total]).toEqual([key, address, total]);
        expect(items.length).toBe(Math.min(10, total));
      }
    }
  });

  it('tells what is due today and before, what others decided, and what got worse', async () => {
    const view = await myDay(member);
    expect(view.lists.map(({ key }: List) => key)).toEqual([
      'tasks',
      'deadlines',
      'pitches',
      'approvals',
      'worse',
      'overdue',
      'reclamations',
      'renewals',
    ]);
    expect(listOf(view, 'tasks')?.items.map(({ title, isOverdue }) => [title, isOverdue])).toEqual([
      ['late', true],
      ['today', false],
    ]);
    expect(listOf(view, 'deadlines')?.items.map(({ dueOn }) => dueOn)).toEqual([YESTERDAY, '2026-11-27']);
    expect(listOf(view, 'approvals')?.items[0]?.state).toBe('accepted');
    const steps = listOf(view, 'pitches')?.items.map(({ dueOn }) => dueOn) ?? [];
    expect([steps.length, [...steps].sort(), steps.every((day) => day <= TODAY)]).toEqual([10, steps, true]);
  });

  it('keeps payments for those who may make them', async () => {
    expect(listOf(await myDay(owner), 'payable')?.total).toBe(1);
    expect(listOf(await myDay(member), 'payable')).toBeUndefined();
  });

  it('is narrowed to a client', async () => {
    const view = await myDay(member, `?clientId=${lamps.clientId}`);
    expect(view.lists.map(({ key }: List) => key)).toEqual(['deadlines']);
  });

  it('leaves out what is done', async () => {
    const [first] = listOf(await myDay(member), 'tasks')?.items ?? [];
    expect((await member.browser.post(`/tasks/${first?.id}/done`)).status).toBe(200);
    expect(listOf(await myDay(member), 'tasks')?.total).toBe(1);
  });
});
