import { describe, expect, it } from '@jest/globals';
import { OrderRounds } from '../../src/modules/orders/order-rounds.js';
import { JobRuntime } from '../../src/platform/jobs/job-runtime.js';
import { aBrand, check } from '../builders/agency.js';
import { LINE, OrderDesk, ok, SEEN, UNLABELLED } from '../builders/order-desk.js';
import { anotherWorkspace, invite } from './people.js';

const desk = OrderDesk.ofThisFile();

describe('an order', () => {
  it('goes from quote to credited: payable only once it was seen as agreed, never credited above what was paid', async () => {
    const one = await desk.ordered({ labelAgreed: 'sponsored', supplierName: 'Quiet Media' });
    expect(await desk.order(one.id)).toMatchObject({
      state: 'ordered',
      nextStep: 'await_live',
      supplier: { name: 'Quiet Media' },
      sums: { buyingMinor: 10_050, buyingVatMinor: 2111, sellingMinor: 20_000, sellingVatMinor: 4200 },
      lines: [{ state: 'open', whyNotPayable: 'awaited' }],
    });
    const early = await desk.post(`/orders/${one.id}/pay`, { invoiceReference: 'INV-1' });
    expect(early).toMatchObject({ status: 409, body: { code: 'order.nothing_payable' } });

    await desk.visited(one.placement, UNLABELLED);
    expect((await desk.order(one.id)).lines[0]).toMatchObject({
      state: 'live',
      whyNotPayable: 'label_missing',
    });
    desk.app.clock.advance({ hours: 1 });
    await check(desk.app, desk.owner, one.placement, SEEN);
    await desk.app.get(OrderRounds).round();
    expect(await desk.order(one.id)).toMatchObject({ state: 'payable', nextStep: 'pay' });

    await ok(desk.post(`/orders/${one.id}/pay`, { invoiceReference: 'INV-1', paidOn: '2026-11-20' }));
    await desk.lost(one.placement);
    expect(await desk.order(one.id)).toMatchObject({
      state: 'paid',
      nextStep: 'settle_loss',
      lostLineCount: 1,
    });

    const credit = (body: object) => desk.post(`/orders/${one.id}/lines/${one.line}/credit`, body);
    await ok(credit({ amountMinor: 50, reference: 'C-1' }));
    const above = await credit({ amountMinor: 10_001 });
    expect(above).toMatchObject({ status: 409, body: { code: 'order.credit_too_high' } });
    await ok(credit({ amountMinor: 10_000 }));
    expect(await desk.order(one.id)).toMatchObject({
      state: 'credited',
      sums: { creditedMinor: 10_050, creditedVatMinor: 2111 },
    });
    const kinds = await desk.app.database.asOwner<{ kind: string }>(
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
    const made = await desk.quote();
    await ok(desk.post(`/orders/${made.id}/approve`));
    const lines = [{ id: made.lines[0].id, buyingMinor: 500 }];
    const change = (revision: number, body: object) =>
      desk.member.browser.patch(`/orders/${made.id}`, { revision, ...body });
    const { revision } = await desk.order(made.id);
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
    for (const act of ['approve', 'order']) await ok(desk.post(`/orders/${made.id}/${act}`));
    const now = await desk.order(made.id);
    expect(await change(now.revision, { lines })).toMatchObject({
      status: 409,
      body: { code: 'order.money_fixed' },
    });
    const days = { termMonths: 12, startsOn: '2026-01-31' };
    expect(await ok(change(now.revision, days))).toMatchObject({ endsOn: '2027-01-30', poReference: '' });
    expect(await desk.post(`/orders/${made.id}/approve`)).toMatchObject({
      status: 409,
      body: { code: 'order.act_not_allowed' },
    });
  });

  it('carries its money over when the link is put elsewhere, by hand and when the placement is replaced', async () => {
    const one = await desk.paid();
    const other = await ok(
      desk.post(
        `/orders/${one.id}/lines/${one.line}/replace`,
        { sourceUrl: 'https://elsewhere.example/post' },
        desk.member,
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
    await ok(
      desk.post(`/placements/${fresh.placement.id}/replace`, { sourceUrl: 'https://third.example/post' }),
    );
    await desk.app.get(JobRuntime).drain();
    const followed = await desk.order(one.id);
    expect(followed.lines.map((line: { state: string }) => line.state)).toEqual([
      'replaced',
      'replaced',
      'paid',
    ]);
    expect(followed.lines[2].displayHost).toBe('third.example');
    const [{ amounts }] = (await desk.app.database.asOwner<{ amounts: string }>(
      `select sum(buying_minor) as amounts from order_lines where order_id = $1 and state <> 'replaced'`,
      [one.id],
    )) as [{ amounts: string }];
    expect(Number(amounts)).toBe(10_050);
  });

  it('cannot be cancelled once it was paid, nor buy a placement another line buys', async () => {
    const one = await desk.paid();
    expect(await desk.post(`/orders/${one.id}/cancel`)).toMatchObject({
      status: 409,
      body: { code: 'order.paid_already' },
    });
    const twice = {
      brandId: desk.brand.brandId,
      currency: 'EUR',
      lines: [{ ...LINE, placementId: one.placement }],
    };
    expect(await desk.post('/orders', twice)).toMatchObject({
      status: 409,
      body: { code: 'order.placement_taken' },
    });
    const made = await desk.quote({ lines: [LINE, LINE] });
    const dropped = await ok(desk.post(`/orders/${made.id}/lines/${made.lines[0].id}/cancel`));
    expect(dropped).toMatchObject({ state: 'quoted', lineCount: 1, sums: { buyingMinor: 10_050 } });
    expect(await ok(desk.post(`/orders/${made.id}/cancel`))).toMatchObject({
      state: 'cancelled',
      lineCount: 0,
    });
    const tied = await desk.quote();
    const path = `/orders/${tied.id}/lines/${tied.lines[0].id}/placement`;
    const taken = await desk.member.browser.send('PUT', path, { json: { placementId: one.placement } });
    expect(taken).toMatchObject({ status: 409, body: { code: 'order.placement_taken' } });
  });

  it('is asked about once, 30 days before its term ends, and goes on in a new order', async () => {
    const one = await desk.paid({ termMonths: 2 });
    expect(await desk.order(one.id)).toMatchObject({ startsOn: '2026-11-20', endsOn: '2027-01-19' });
    await desk.app.get(OrderRounds).round();
    expect((await desk.order(one.id)).renewalAskedAt).toBeNull();
    await desk.begin(new Date('2026-12-20T09:00:00Z'));
    for (const _ of [1, 2]) await desk.app.get(OrderRounds).round();
    expect(await desk.order(one.id)).toMatchObject({ nextStep: 'decide_renewal' });
    const asked = await desk.app.database.asOwner(
      `select 1 from events e join event_subjects s on s.event_id = e.id where s.subject_id = $1 and e.kind = 'order.renewal_asked'`,
      [one.id],
    );
    expect(asked).toHaveLength(1);
    const { items: tasks } = await ok(desk.member.browser.get(`/tasks?orderId=${one.id}`));
    expect(tasks).toMatchObject([
      { kind: 'renew', dueOn: '2027-01-19', assigneeMemberId: desk.member.memberId },
    ]);
    const ending = await ok(desk.member.browser.get('/orders?endingBefore=2027-01-31&sort=ends'));
    expect(ending.items.map(({ id }: { id: string }) => id)).toContain(one.id);

    const next = await ok(desk.post(`/orders/${one.id}/renew`, {}, desk.member));
    expect(next).toMatchObject({
      state: 'quoted',
      renewsOrderId: one.id,
      startsOn: '2027-01-20',
      endsOn: '2027-03-19',
      lines: [{ placement: { id: one.placement }, paidOn: null }],
    });
    expect(await desk.order(one.id)).toMatchObject({
      renewal: 'renewed',
      renewedByOrderId: next.id,
      state: 'paid',
    });
    expect(await desk.post(`/orders/${one.id}/renew`)).toMatchObject({
      status: 409,
      body: { code: 'order.renewed_already' },
    });
    await ok(desk.post(`/orders/${next.id}/cancel`));
    expect(await desk.order(one.id)).toMatchObject({ renewal: 'undecided', renewedByOrderId: null });
    expect(await ok(desk.post(`/orders/${one.id}/let-end`, {}, desk.member))).toMatchObject({
      renewal: 'let_end',
    });
  });
});

describe('who may', () => {
  it('members quote and order; approval, payment, credit and cancelling are a manager’s; viewers read', async () => {
    const viewer = await invite(desk.app, desk.owner, { role: 'viewer' });
    const made = await desk.quote();
    for (const act of ['approve', 'pay', 'cancel'])
      expect(
        (await desk.post(`/orders/${made.id}/${act}`, { invoiceReference: 'I' }, desk.member)).status,
      ).toBe(403);
    expect((await viewer.browser.get(`/orders/${made.id}`)).status).toBe(200);
    expect((await desk.post('/orders', {}, viewer)).status).toBe(403);
  });

  it('a limited member and another workspace see none of it; numbers run through the workspace', async () => {
    const other = await aBrand(desk.owner, 'other');
    const limited = await invite(desk.app, desk.owner, { role: 'member', clientIds: [other.clientId] });
    const made = await desk.quote();
    expect((await limited.browser.get(`/orders/${made.id}`)).status).toBe(404);
    const theirs = await desk.quote({ brandId: other.brandId }, limited);
    expect(theirs.number).toBeGreaterThan(made.number);
    expect((await ok(limited.browser.get('/orders'))).items).toHaveLength(1);
    const foreign = {
      brandId: other.brandId,
      lines: [{ ...LINE, placementId: await desk.place() }],
      currency: 'EUR',
    };
    expect(await desk.post('/orders', foreign)).toMatchObject({
      status: 422,
      body: { code: 'order.not_of_this_client' },
    });
    const elsewhere = await anotherWorkspace(desk.app, 'Other Agency');
    expect((await elsewhere.browser.get(`/orders/${made.id}`)).status).toBe(404);
    const numbers = await Promise.all([1, 2, 3, 4].map(() => desk.quote()));
    expect(new Set(numbers.map(({ number }) => number)).size).toBe(4);
  });

  it('orders of who leaves go to the named member', async () => {
    const leaving = await invite(desk.app, desk.owner, { role: 'member' });
    const made = await desk.quote({}, leaving);
    expect(made.ownerMemberId).toBe(leaving.memberId);
    const preview = await desk.owner.browser.get(`/members/${leaving.memberId}/leaving`);
    expect(preview.body.orders).toBe(1);
    await ok(desk.post(`/members/${leaving.memberId}/leave`, { handOverTo: desk.member.memberId }));
    expect((await desk.order(made.id)).ownerMemberId).toBe(desk.member.memberId);
  });
});
