import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { convert } from '../../src/core/orders/money.js';
import { BudgetsService } from '../../src/modules/orders/budgets.service.js';
import { OrderActing } from '../../src/modules/orders/order-acting.js';
import { OrderActsService } from '../../src/modules/orders/order-acts.service.js';
import { OrderRenewals } from '../../src/modules/orders/order-renewals.js';
import { OrderReplacements } from '../../src/modules/orders/order-replacements.js';
import type { OrderDetail, OrderLineView } from '../../src/modules/orders/order-views.dto.js';
import { OrdersService } from '../../src/modules/orders/orders.service.js';
import { PlacementsService } from '../../src/modules/placements/placements.service.js';
import { Database } from '../../src/platform/database/database.js';
import { newId } from '../../src/platform/database/id.js';
import { AppError } from '../../src/platform/errors/app-error.js';
import { aBrand, type MadeBrand } from '../builders/agency.js';
import { amountOf, type ModelSight, OrderBook, type OrderStep, orderSteps } from '../builders/order-model.js';
import { startApp, TEST_NOW, type TestApp } from './app.js';
import { setUp } from './people.js';

let app: TestApp;
let brand: MadeBrand;
let scope: { workspaceId: string; userId: string };
let no = 0;

beforeAll(async () => {
  app = await startApp();
  const owner = await setUp(app);
  brand = await aBrand(owner, 'shop');
  scope = { workspaceId: owner.workspaceId, userId: owner.userId };
});
afterAll(() => app.close());

const RATE = '0.0061237519';
const SEEN: Readonly<Record<ModelSight, readonly [state: string, rel: string]>> = {
  live: ['live', 'sponsored'],
  unlabelled: ['live', ''],
  differs: ['differs', 'sponsored'],
  lost: ['removed', 'sponsored'],
};

const VAT_RATES = [2100, 955] as const;
type Deal = { readonly amountMinor: number; readonly vatRate: number };

/** Orders played through the real services. */
class RealOrders {
  readonly ids: string[] = [];
  readonly campaignId = newId();

  async begin(deals: readonly Deal[]): Promise<void> {
    await app.database.asOwner(
      `insert into campaigns (workspace_id, id, client_id, brand_id, kind, name, budget_minor, currency, created_at, updated_at)
       values ($1, $2, $3, $4, 'link_insertion', 'Model', 100000, 'EUR', $5, $5)`,
      [scope.workspaceId, this.campaignId, brand.clientId, brand.brandId, TEST_NOW],
    );
    const lines = [];
    for (const { amountMinor, vatRate } of deals)
      lines.push({ buyingMinor: amountMinor, buyingVatRate: vatRate, placementId: await this.placement() });
    const made = await app.get(OrdersService).create(scope, {
      brandId: brand.brandId,
      campaignId: this.campaignId,
      currency: 'JPY',
      budgetRate: RATE,
      labelAgreed: 'sponsored',
      termMonths: 12,
      lines,
    });
    const { revision } = made;
    await app.get(OrdersService).change(scope, made.id, { revision, startsOn: '2026-11-20' });
    this.ids.push(made.id);
  }

  view(order: number): Promise<OrderDetail> {
    return app.get(OrdersService).get(scope, this.ids[order] ?? '');
  }

  /** Answers whether the program let it be. */
  async play(step: OrderStep): Promise<boolean> {
    const id = this.ids[step.order];
    if (id === undefined) return false;
    try {
      await this.act(id, step);
      return true;
    } catch (error) {
      if (error instanceof AppError) return false;
      throw error;
    }
  }

  private async act(id: string, step: OrderStep): Promise<unknown> {
    if ('line' in step) return this.actOnLine(id, step);
    const acts = app.get(OrderActsService);
    if (step.does === 'pay_all') return acts.pay(scope, id, { invoiceReference: 'I' });
    if (step.does !== 'renew') return acts[step.does](scope, id);
    return this.ids.push((await app.get(OrderRenewals).renew(scope, id, {})).id);
  }

  private async actOnLine(id: string, step: Extract<OrderStep, { line: number }>): Promise<unknown> {
    const acts = app.get(OrderActsService);
    const view = await this.view(step.order);
    const line = lineAt(view, step.line);
    if (line === undefined) throw new AppError('order.line_not_found');
    switch (step.does) {
      case 'change':
        return this.change(view, line, step.amountMinor);
      case 'see':
        return this.see(line, step.sight);
      case 'pay':
        return acts.pay(scope, id, { invoiceReference: 'I', lineIds: [line.id] });
      case 'replace':
        return app
          .get(OrderReplacements)
          .replace(scope, id, line.id, { placementId: await this.placement() });
      case 'drop':
        return acts.drop(scope, id, line.id);
      case 'credit': {
        const amountMinor = amountOf(step.share, line.buyingMinor - line.creditedMinor);
        return acts.credit(scope, id, line.id, { amountMinor });
      }
    }
  }

  private change(view: OrderDetail, line: OrderLineView, buyingMinor: number): Promise<unknown> {
    const standing = view.lines.filter(({ id, state }) => id === line.id || !CLOSED.includes(state));
    const lines = standing.map((one) => ({
      id: one.id,
      buyingMinor: one.id === line.id ? buyingMinor : one.buyingMinor,
    }));
    return app.get(OrdersService).change(scope, view.id, { revision: view.revision, lines });
  }

  private async see(line: OrderLineView, sight: ModelSight): Promise<void> {
    const [state, rel] = SEEN[sight];
    await app.database.asOwner('update placements set state = $2, seen_rel = $3 where id = $1', [
      line.placement?.id,
      state,
      rel,
    ]);
    const database = app.get(Database);
    for (const id of this.ids) await database.inWorkspace(scope, () => app.get(OrderActing).settle(id));
  }

  private async placement(): Promise<string> {
    no += 1;
    const place = { brandId: brand.brandId, sourceUrl: `https://news.example/${String(no)}` };
    const deal = {
      targetUrl: 'https://shop.example/guide',
      type: 'link_insertion',
      compensation: 'money',
    } as const;
    return (await app.get(PlacementsService).add(scope, { ...place, ...deal })).id;
  }
}

const CLOSED: readonly string[] = ['replaced', 'cancelled'];

/** The line a place of the model stands for now: the last of its row of replacements. */
function lineAt({ lines }: OrderDetail, place: number): OrderLineView | undefined {
  const last = lines.filter(({ id }) => !lines.some(({ replacesLineId }) => replacesLineId === id));
  return last[place];
}

async function agrees(real: RealOrders, book: OrderBook): Promise<void> {
  const inEuro = (yen: number) => convert(yen, RATE, 'JPY', 'EUR');
  const whole = { committedMinor: 0, spentMinor: 0, creditedMinor: 0 };
  for (const order of book.orders.keys()) {
    const { state, sums } = await real.view(order);
    const { buyingVatMinor, creditedVatMinor } = sums;
    expect([state, { buyingVatMinor, creditedVatMinor }]).toEqual([book.state(order), book.vat(order)]);
    const figures = book.figures(order, inEuro);
    whole.committedMinor += figures.committedMinor;
    whole.spentMinor += figures.spentMinor;
    whole.creditedMinor += figures.creditedMinor;
  }
  const budget = await app.get(BudgetsService).ofCampaign(scope, real.campaignId);
  expect(budget).toMatchObject({ ...whole, currency: 'EUR', inOtherCurrencies: [] });
}

const amount = fc.integer({ min: 0, max: 1_000_000 });

it('counts no amount twice and loses none, whatever happens to an order and its renewals', async () => {
  await fc.assert(
    fc.asyncProperty(fc.tuple(amount, amount), orderSteps, async (amounts, steps) => {
      const deals = amounts.map((amountMinor, at) => ({ amountMinor, vatRate: VAT_RATES[at] ?? 0 }));
      const book = new OrderBook(deals);
      const real = new RealOrders();
      await real.begin(deals);
      for (const step of steps) {
        const isAllowed = book.play(step);
        if (step.does === 'see' && !isAllowed) continue;
        expect([step, await real.play(step)]).toEqual([step, isAllowed]);
      }
      await agrees(real, book);
    }),
    { numRuns: 20 },
  );
}, 180_000);
