import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { OrderRounds } from '../../src/modules/orders/order-rounds.js';
import { newId } from '../../src/platform/database/id.js';
import { JobRuntime } from '../../src/platform/jobs/job-runtime.js';
import { aBrand, aPlacement, check, type MadeBrand } from '../builders/agency.js';
import { anOccurrence, aPage, aVisit } from '../builders/visit.js';
import { startApp, TEST_NOW, type TestApp } from './app.js';
import type { Answer } from './browser.js';
import { anotherWorkspace, invite, type Person, setUp, signIn } from './people.js';

let app: TestApp;
let owner: Person;
let member: Person;
let brand: MadeBrand;
let no = 0;

const SEEN = aVisit({ page: aPage({ occurrences: [anOccurrence({ rel: ['sponsored'] })] }) });
const UNLABELLED = aVisit({ page: aPage({ occurrences: [anOccurrence()] }) });
const GONE = aVisit({ page: aPage() });

beforeAll(async () => {
  app = await startApp();
  owner = await setUp(app);
  member = await invite(app, owner, { role: 'member' });
  brand = await aBrand(owner, 'shop');
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.setTo(TEST_NOW);
  await backAtWork();
});

const LINE = { buyingMinor: 10_050, buyingVatRate: 2100, sellingMinor: 20_000, sellingVatRate: 2100 };

async function place(): Promise<string> {
  no += 1;
  const placement = await aPlacement(owner, brand.brandId, {
    sourceUrl: `https://news${String(no)}.example/post`,
    type: 'link_insertion',
    compensation: 'money',
  });
  return String(placement.id);
}

const ok = async (asked: Promise<Answer>): Promise<Answer['body']> => {
  const { status, body } = await asked;
  if (status >= 300) throw new Error(`${String(status)} ${JSON.stringify(body)}`);
  return body;
};
const post = (path: string, body: object = {}, who = owner) => who.browser.post(path, body);
const order = (id: string) => ok(owner.browser.get(`/orders/${id}`));
const quote = (wish: object = {}, who = member) =>
  ok(post('/orders', { brandId: brand.brandId, currency: 'EUR', lines: [LINE], ...wish }, who));

async function visited(placementId: string, visit: typeof SEEN): Promise<void> {
  await check(app, owner, placementId, visit);
  await app.get(JobRuntime).drain();
}

async function lost(placementId: string): Promise<void> {
  for (const hours of [0, 24, 25, 24]) {
    app.clock.advance({ hours });
    await check(app, owner, placementId, GONE);
  }
  await app.get(JobRuntime).drain();
  await backAtWork();
}

/** Sessions end while the clock runs on. */
async function backAtWork(): Promise<void> {
  owner = await signIn(app, owner.email);
  member = await signIn(app, member.email);
}

/** An order for one placement that was ordered with the supplier. */
async function ordered(
  wish: object = {},
  line: object = {},
): Promise<{ id: string; line: string; placement: string }> {
  const placement = await place();
  const made = await quote({ lines: [{ ...LINE, placementId: placement, ...line }], ...wish });
  for (const act of ['approve', 'order']) await ok(post(`/orders/${made.id}/${act}`));
  return { id: made.id, line: made.lines[0].id, placement };
}

async function paid(wish: object = {}) {
  const one = await ordered(wish);
  await visited(one.placement, SEEN);
  await ok(post(`/orders/${one.id}/pay`, { invoiceReference: 'INV-1' }));
  return one;
}

describe('an order', () => {
  it('goes from quote to credited: payable only once it was seen as agreed, never credited above what was paid', async () => {
    const one = await ordered({ labelAgreed: 'sponsored', supplierName: 'Quiet Media' });
    expect(await order(one.id)).toMatchObject({
      state: 'ordered',
      nextStep: 'await_live',
      supplier: { name: 'Quiet Media' },
      sums: { buyingMinor: 10_050, buyingVatMinor: 2111, sellingMinor: 20_000, sellingVatMinor: 4200 },
      lines: [{ state: 'open', whyNotPayable: 'awaited' }],
    });
    const early = await post(`/orders/${one.id}/pay`, { invoiceReference: 'INV-1' });
    expect(early).toMatchObject({ status: 409, body: { code: 'order.nothing_payable' } });

    await visited(one.placement, UNLABELLED);
    expect((await order(one.id)).lines[0]).toMatchObject({ state: 'live', whyNotPayable: 'label_missing' });
    app.clock.advance({ hours: 1 });
    await check(app, owner, one.placement, SEEN);
    await app.get(OrderRounds).round();
    expect(await order(one.id)).toMatchObject({ state: 'payable', nextStep: 'pay' });

    await ok(post(`/orders/${one.id}/pay`, { invoiceReference: 'INV-1', paidOn: '2026-11-20' }));
    await lost(one.placement);
    expect(await order(one.id)).toMatchObject({ state: 'paid', nextStep: 'settle_loss', lostLineCount: 1 });

    const credit = (body: object) => post(`/orders/${one.id}/lines/${one.line}/credit`, body);
    await ok(credit({ amountMinor: 50, reference: 'C-1' }));
    const above = await credit({ amountMinor: 10_001 });
    expect(above).toMatchObject({ status: 409, body: { code: 'order.credit_too_high' } });
    await ok(credit({ amountMinor: 10_000 }));
    expect(await order(one.id)).toMatchObject({
      state: 'credited',
      sums: { creditedMinor: 10_050, creditedVatMinor: 2111 },
    });
    const kinds = await app.database.asOwner<{ kind: string }>(
      `select e.kind from events e join event_subjects s on s.event_id = e.id where s.subject_id = $1 order by e.id`,
      [one.id],
    );
    expect(kinds.map(({ kind }) => kind.replace('order.', ''))).toEqual([
      'added',
      'approved',
      'ordered',
      'live',
      'payable',
      'paid',
      'lost',
      'credited',
      'credited',
    ]);
  });

  it('keeps its money once it is placed; until then a changed amount takes the approval back', async () => {
    const made = await quote();
    await ok(post(`/orders/${made.id}/approve`));
    const lines = [{ id: made.lines[0].id, buyingMinor: 500 }];
    const change = (revision: number, body: object) =>
      member.browser.patch(`/orders/${made.id}`, { revision, ...body });
    const { revision } = await order(made.id);
    const changed = await ok(change(revision, { lines }));
    expect(changed).toMatchObject({
      state: 'quoted',
      approvedOn: null,
      sums: { buyingMinor: 500, buyingVatMinor: 105 },
    });
    expect(await change(revision, { notes: 'late' })).toMatchObject({
      status: 409,
      body: { code: 'order.changed_meanwhile' },
    });
    for (const act of ['approve', 'order']) await ok(post(`/orders/${made.id}/${act}`));
    const now = await order(made.id);
    expect(await change(now.revision, { lines })).toMatchObject({
      status: 409,
      body: { code: 'order.money_fixed' },
    });
    const days = { termMonths: 12, startsOn: '2026-01-31' };
    expect(await ok(change(now.revision, days))).toMatchObject({ endsOn: '2027-01-30', poReference: '' });
    expect(await post(`/orders/${made.id}/approve`)).toMatchObject({
      status: 409,
      body: { code: 'order.act_not_allowed' },
    });
  });

  it('carries its money over when the link is put elsewhere, by hand and when the placement is replaced', async () => {
    const one = await paid();
    const other = await ok(
      post(
        `/orders/${one.id}/lines/${one.line}/replace`,
        { sourceUrl: 'https://elsewhere.example/post' },
        member,
      ),
    );
    expect(other).toMatchObject({
      state: 'paid',
      lineCount: 1,
      sums: { buyingMinor: 10_050, paidMinor: 10_050 },
    });
    const fresh = other.lines.find((line: { state: string }) => line.state === 'paid');
    expect(fresh).toMatchObject({
      replacesLineId: one.line,
      placement: { state: 'awaited' },
      displayHost: 'elsewhere.example',
    });
    await ok(post(`/placements/${fresh.placement.id}/replace`, { sourceUrl: 'https://third.example/post' }));
    await app.get(JobRuntime).drain();
    const followed = await order(one.id);
    expect(followed.lines.map((line: { state: string }) => line.state)).toEqual([
      'replaced',
      'replaced',
      'paid',
    ]);
    expect(followed.lines[2].displayHost).toBe('third.example');
    const [{ amounts }] = (await app.database.asOwner<{ amounts: string }>(
      `select sum(buying_minor) as amounts from order_lines where order_id = $1 and state <> 'replaced'`,
      [one.id],
    )) as [{ amounts: string }];
    expect(Number(amounts)).toBe(10_050);
  });

  it('cannot be cancelled once it was paid, nor buy a placement another line buys', async () => {
    const one = await paid();
    expect(await post(`/orders/${one.id}/cancel`)).toMatchObject({
      status: 409,
      body: { code: 'order.paid_already' },
    });
    const twice = {
      brandId: brand.brandId,
      currency: 'EUR',
      lines: [{ ...LINE, placementId: one.placement }],
    };
    expect(await post('/orders', twice)).toMatchObject({
      status: 409,
      body: { code: 'order.placement_taken' },
    });
    const made = await quote({ lines: [LINE, LINE] });
    const dropped = await ok(post(`/orders/${made.id}/lines/${made.lines[0].id}/cancel`));
    expect(dropped).toMatchObject({ state: 'quoted', lineCount: 1, sums: { buyingMinor: 10_050 } });
    expect(await ok(post(`/orders/${made.id}/cancel`))).toMatchObject({ state: 'cancelled', lineCount: 0 });
    const tied = await quote();
    const path = `/orders/${tied.id}/lines/${tied.lines[0].id}/placement`;
    const taken = await member.browser.send('PUT', path, { json: { placementId: one.placement } });
    expect(taken).toMatchObject({ status: 409, body: { code: 'order.placement_taken' } });
  });

  it('is asked about once, 30 days before its term ends, and goes on in a new order', async () => {
    const one = await paid({ termMonths: 2 });
    expect(await order(one.id)).toMatchObject({ startsOn: '2026-11-20', endsOn: '2027-01-19' });
    await app.get(OrderRounds).round();
    expect((await order(one.id)).renewalAskedAt).toBeNull();
    app.clock.setTo(new Date('2026-12-20T09:00:00Z'));
    await backAtWork();
    for (const _ of [1, 2]) await app.get(OrderRounds).round();
    expect(await order(one.id)).toMatchObject({ nextStep: 'decide_renewal' });
    const asked = await app.database.asOwner(
      `select 1 from events e join event_subjects s on s.event_id = e.id where s.subject_id = $1 and e.kind = 'order.renewal_asked'`,
      [one.id],
    );
    expect(asked).toHaveLength(1);
    const { items: tasks } = await ok(member.browser.get(`/tasks?orderId=${one.id}`));
    expect(tasks).toMatchObject([{ kind: 'renew', dueOn: '2027-01-19', assigneeMemberId: member.memberId }]);
    const ending = await ok(member.browser.get('/orders?endingBefore=2027-01-31&sort=ends'));
    expect(ending.items.map(({ id }: { id: string }) => id)).toContain(one.id);

    const next = await ok(post(`/orders/${one.id}/renew`, {}, member));
    expect(next).toMatchObject({
      state: 'quoted',
      renewsOrderId: one.id,
      startsOn: '2027-01-20',
      endsOn: '2027-03-19',
      lines: [{ placement: { id: one.placement }, paidOn: null }],
    });
    expect(await order(one.id)).toMatchObject({
      renewal: 'renewed',
      renewedByOrderId: next.id,
      state: 'paid',
    });
    expect(await post(`/orders/${one.id}/renew`)).toMatchObject({
      status: 409,
      body: { code: 'order.renewed_already' },
    });
    await ok(post(`/orders/${next.id}/cancel`));
    expect(await order(one.id)).toMatchObject({ renewal: 'undecided', renewedByOrderId: null });
    expect(await ok(post(`/orders/${one.id}/let-end`, {}, member))).toMatchObject({ renewal: 'let_end' });
  });
});

describe('who may', () => {
  it('members quote and order; approval, payment, credit and cancelling are a manager’s; viewers read', async () => {
    const viewer = await invite(app, owner, { role: 'viewer' });
    const made = await quote();
    for (const act of ['approve', 'pay', 'cancel'])
      expect((await post(`/orders/${made.id}/${act}`, { invoiceReference: 'I' }, member)).status).toBe(403);
    expect((await viewer.browser.get(`/orders/${made.id}`)).status).toBe(200);
    expect((await post('/orders', {}, viewer)).status).toBe(403);
  });

  it('a limited member and another workspace see none of it; numbers run through the workspace', async () => {
    const other = await aBrand(owner, 'other');
    const limited = await invite(app, owner, { role: 'member', clientIds: [other.clientId] });
    const made = await quote();
    expect((await limited.browser.get(`/orders/${made.id}`)).status).toBe(404);
    const theirs = await quote({ brandId: other.brandId }, limited);
    expect(theirs.number).toBeGreaterThan(made.number);
    expect((await ok(limited.browser.get('/orders'))).items).toHaveLength(1);
    const foreign = {
      brandId: other.brandId,
      lines: [{ ...LINE, placementId: await place() }],
      currency: 'EUR',
    };
    expect(await post('/orders', foreign)).toMatchObject({
      status: 422,
      body: { code: 'order.not_of_this_client' },
    });
    const elsewhere = await anotherWorkspace(app, 'Other Agency');
    expect((await elsewhere.browser.get(`/orders/${made.id}`)).status).toBe(404);
    const numbers = await Promise.all([1, 2, 3, 4].map(() => quote()));
    expect(new Set(numbers.map(({ number }) => number)).size).toBe(4);
  });

  it('orders of who leaves go to the named member', async () => {
    const leaving = await invite(app, owner, { role: 'member' });
    const made = await quote({}, leaving);
    expect(made.ownerMemberId).toBe(leaving.memberId);
    await ok(post(`/members/${leaving.memberId}/leave`, { handOverTo: member.memberId }));
    expect((await order(made.id)).ownerMemberId).toBe(member.memberId);
  });
});

describe('money', () => {
  it('is counted against the budget of the campaign by an exact rate, and apart where there is none', async () => {
    const campaignId = newId();
    await app.database.asOwner(
      `insert into campaigns (workspace_id, id, client_id, brand_id, kind, name, budget_minor, currency, created_at, updated_at)
       values ($1, $2, $3, $4, 'link_insertion', 'Autumn', 100000, 'EUR', $5, $5)`,
      [owner.workspaceId, campaignId, brand.clientId, brand.brandId, TEST_NOW],
    );
    const yen = { campaignId, currency: 'JPY', lines: [{ buyingMinor: 15_003 }], budgetRate: '0.0061237519' };
    const first = await quote(yen);
    expect(first).toMatchObject({ budgetRate: '0.0061237519', budgetCurrency: 'EUR' });
    const second = await quote({ campaignId, currency: 'USD', lines: [{ buyingMinor: 999 }] });
    const third = await ordered({ campaignId });
    await visited(third.placement, SEEN);
    await ok(post(`/orders/${third.id}/pay`, { invoiceReference: 'I-3', paidOn: '2026-12-01' }));
    await ok(
      post(`/orders/${third.id}/lines/${third.line}/credit`, { amountMinor: 50, creditedOn: '2027-01-02' }),
    );
    const budget = (month = '') => ok(member.browser.get(`/campaigns/${campaignId}/budget${month}`));
    expect(await budget()).toMatchObject({
      budgetMinor: 100_000,
      spentMinor: 10_050,
      committedMinor: 0,
      creditedMinor: 50,
    });
    for (const { id } of [first, second]) await ok(post(`/orders/${id}/approve`));
    expect(await budget()).toEqual({
      currency: 'EUR',
      budgetMinor: 100_000,
      spentMinor: 10_050,
      committedMinor: 9187,
      creditedMinor: 50,
      freeMinor: 100_000 - 10_050 - 9187 + 50,
      inOtherCurrencies: [
        {
          currency: 'USD',
          budgetMinor: null,
          spentMinor: 0,
          committedMinor: 999,
          creditedMinor: 0,
          freeMinor: null,
        },
      ],
      orders: 3,
    });
    expect(await budget('?month=2026-12')).toMatchObject({
      spentMinor: 10_050,
      committedMinor: 0,
      creditedMinor: 0,
    });
    const [mine] = (await ok(member.browser.get(`/budgets?clientId=${brand.clientId}&month=2027-01`))).items;
    expect(mine).toMatchObject({ clientId: brand.clientId, creditedMinor: 50, spentMinor: 0 });
    const needless = { brandId: brand.brandId, currency: 'EUR', budgetRate: '1', campaignId, lines: [LINE] };
    expect(await post('/orders', needless)).toMatchObject({
      status: 422,
      body: { code: 'order.rate_without_budget' },
    });
  });

  it('goes to bookkeeping as numbers, one row a line and one a credit, and no cell runs as a formula', async () => {
    const one = await ordered({ poReference: '=HYPERLINK("x")', supplierName: '@cmd' });
    await visited(one.placement, SEEN);
    await ok(post(`/orders/${one.id}/pay`, { invoiceReference: '+1' }));
    await ok(post(`/orders/${one.id}/lines/${one.line}/credit`, { amountMinor: 50, reason: '-2+3' }));
    const answer = await member.browser.get(`/orders/export?search=${encodeURIComponent('@cmd')}`);
    expect(answer.headers.get('content-type')).toContain('text/csv');
    const text = String(answer.body);
    const [, line, credit] = text.split(/\r?\n/);
    expect(line).toContain('EUR,100.5,21,21.11,121.61,200,21,42');
    expect(credit).toContain('EUR,-0.5,21,-0.11,-0.61');
    expect(text).not.toMatch(/(?:^|,)"?[=+@]/m);
  });

  it('is made once for one Idempotency-Key', async () => {
    const body = { brandId: brand.brandId, currency: 'EUR', lines: [LINE] };
    const headers = { 'idempotency-key': 'order-once' };
    const first = await member.browser.send('POST', '/orders', { json: body, headers });
    const again = await member.browser.send('POST', '/orders', { json: body, headers });
    expect([first.status, again.status, again.body.id]).toEqual([201, 201, first.body.id]);
  });
});
