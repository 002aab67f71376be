import { describe, expect, it } from '@jest/globals';
import { newId } from '../../src/platform/database/id.js';
import { LINE, OrderDesk, ok, SEEN } from '../builders/order-desk.js';
import { TEST_NOW } from './app.js';

const desk = OrderDesk.ofThisFile();

describe('money', () => {
  it('is counted against the budget of the campaign by an exact rate, and apart where there is none', async () => {
    const campaignId = newId();
    await desk.app.database.asOwner(
      `insert into campaigns (workspace_id, id, client_id, brand_id, kind, name, budget_minor, currency, created_at, updated_at)
       values ($1, $2, $3, $4, 'link_insertion', 'Autumn', 100000, 'EUR', $5, $5)`,
      [desk.owner.workspaceId, campaignId, desk.brand.clientId, desk.brand.brandId, TEST_NOW],
    );
    const yen = { campaignId, currency: 'JPY', lines: [{ buyingMinor: 15_003 }], budgetRate: '0.0061237519' };
    const first = await desk.quote(yen);
    expect(first).toMatchObject({ budgetRate: '0.0061237519', budgetCurrency: 'EUR' });
    const second = await desk.quote({ campaignId, currency: 'USD', lines: [{ buyingMinor: 999 }] });
    const third = await desk.ordered({ campaignId });
    await desk.visited(third.placement, SEEN);
    await ok(desk.post(`/orders/${third.id}/pay`, { invoiceReference: 'I-3', paidOn: '2026-12-01' }));
    await ok(
      desk.post(`/orders/${third.id}/lines/${third.line}/credit`, {
        amountMinor: 50,
        creditedOn: '2027-01-02',
      }),
    );
    const budget = (month = '') => ok(desk.member.browser.get(`/campaigns/${campaignId}/budget${month}`));
    expect(await budget()).toMatchObject({
      budgetMinor: 100_000,
      spentMinor: 10_050,
      committedMinor: 0,
      creditedMinor: 50,
    });
    for (const { id } of [first, second]) await ok(desk.post(`/orders/${id}/approve`));
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
    const [mine] = (
      await ok(desk.member.browser.get(`/budgets?clientId=${desk.brand.clientId}&month=2027-01`))
    ).items;
    expect(mine).toMatchObject({ clientId: desk.brand.clientId, creditedMinor: 50, spentMinor: 0 });
    const needless = {
      brandId: desk.brand.brandId,
      currency: 'EUR',
      budgetRate: '1',
      campaignId,
      lines: [LINE],
    };
    expect(await desk.post('/orders', needless)).toMatchObject({
      status: 422,
      body: { code: 'order.rate_without_budget' },
    });
  });

  it('goes to bookkeeping as numbers, one row a line and one a credit, and no cell runs as a formula', async () => {
    const one = await desk.ordered({ poReference: '=HYPERLINK("x")', supplierName: '@cmd' });
    await desk.visited(one.placement, SEEN);
    await ok(desk.post(`/orders/${one.id}/pay`, { invoiceReference: '+1' }));
    await ok(desk.post(`/orders/${one.id}/lines/${one.line}/credit`, { amountMinor: 50, reason: '-2+3' }));
    const answer = await desk.member.browser.get(`/orders/export?search=${encodeURIComponent('@cmd')}`);
    expect(answer.headers.get('content-type')).toContain('text/csv');
    const text = String(answer.body);
    const [, line, credit] = text.split(/\r?\n/);
    expect(line).toContain('EUR,100.5,21,21.11,121.61,200,21,42');
    expect(credit).toContain('EUR,-0.5,21,-0.11,-0.61');
    expect(text).not.toMatch(/(?:^|,)"?[=+@]/m);
  });

  it('is made once for one Idempotency-Key', async () => {
    const body = { brandId: desk.brand.brandId, currency: 'EUR', lines: [LINE] };
    const headers = { 'idempotency-key': 'order-once' };
    const first = await desk.member.browser.send('POST', '/orders', { json: body, headers });
    const again = await desk.member.browser.send('POST', '/orders', { json: body, headers });
    expect([first.status, again.status, again.body.id]).toEqual([201, 201, first.body.id]);
  });
});
