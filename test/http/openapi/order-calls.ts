import type { Day } from './day.js';
import { form, PIXEL } from './form.js';

/** A day's work with orders, and the budgets they use. */
export async function orderCalls(day: Day): Promise<void> {
  const client = await day.ask('POST /clients', [], { json: { name: 'Quiet Client' } });
  const wish = { name: 'Quiet Brand', homeUrl: 'https://quiet-brand.example/' };
  const { id: brandId } = await day.ask('POST /clients/{id}/brands', [client.id], { json: wish });
  const campaign = await day.ask('POST /campaigns', [], {
    json: {
      brandId,
      kind: 'link_insertion',
      name: 'Paid links',
      budget: { minor: 100_000, currency: 'EUR' },
    },
  });
  const placement = await day.ask('POST /placements', [], {
    json: {
      brandId,
      sourceUrl: 'https://quiet-seller.example/post',
      targetUrl: 'https://quiet-brand.example/',
      type: 'link_insertion',
      compensation: 'money',
    },
  });
  const line = {
    siteAddress: 'https://quiet-seller.example/',
    buyingMinor: 15_000,
    buyingVatRate: 2100,
    sellingMinor: 20_000,
  };
  const order = await day.ask('POST /orders', [], {
    json: {
      brandId,
      campaignId: campaign.id,
      currency: 'USD',
      budgetRate: '0.92',
      supplierName: 'Quiet Seller',
      labelAgreed: 'sponsored',
      termMonths: 12,
      lines: [line, line],
    },
  });
  const lineOf = (no: number) => [order.id, order.lines[no].id];
  await day.ask('PATCH /orders/{id}', [order.id], {
    json: { revision: 1, startsOn: '2026-11-20', labelAgreed: null, notes: 'by mail' },
  });
  await day.ask('PUT /orders/{id}/lines/{lineId}/placement', lineOf(0), {
    json: { placementId: placement.id },
  });
  for (const act of ['approve', 'order']) await day.ask(`POST /orders/{id}/${act}`, [order.id]);
  await day.ask('POST /placements/{id}/seen-by-hand', [placement.id], {
    raw: form({ countsUntil: '2026-12-01' }, 'picture', PIXEL),
  });
  await day.settle();
  await day.ask('POST /orders/{id}/pay', [order.id], { json: { invoiceReference: 'INV-7' } });
  await day.ask('POST /orders/{id}/lines/{lineId}/credit', lineOf(0), {
    json: { amountMinor: 500, reference: 'C-7' },
  });
  await day.ask('POST /orders/{id}/lines/{lineId}/replace', lineOf(0), {
    json: { sourceUrl: 'https://quiet-seller.example/other' },
  });
  await day.ask('POST /orders/{id}/lines/{lineId}/cancel', lineOf(1));
  await day.ask('GET /orders', [], {}, '?state=paid,live&sort=ends');
  await day.ask('GET /orders/export');
  await day.ask('GET /orders/{id}', [order.id]);
  await day.ask('GET /campaigns/{id}/budget', [campaign.id]);
  await day.ask('GET /budgets', [], {}, '?month=2026-11');
  const renewed = await day.ask('POST /orders/{id}/renew', [order.id], { json: { termMonths: 6 } });
  await day.ask('POST /orders/{id}/cancel', [renewed.id]);
  await day.ask('POST /orders/{id}/let-end', [order.id]);
}
