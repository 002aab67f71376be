import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { OrderRounds } from '../../src/modules/orders/order-rounds.js';
import { CheckWorker } from '../../src/modules/verifier/check-worker.js';
import { JobRuntime } from '../../src/platform/jobs/job-runtime.js';
import { article, type LocalSites, serveSites, VISITS_LOCAL_SITES } from '../verifier/local-site.js';
import { aJourney } from './journey.js';
import { addBrand, foundBureau, send, signInOwner } from './team.js';

const journey = aJourney({ settings: VISITS_LOCAL_SITES });
let sites: LocalSites;
let guide = '';
let link = '';

beforeAll(async () => {
  sites = await serveSites(() => ({ body: article(link) }));
  guide = sites.url('127.0.0.3', '/gids');
});
afterAll(() => sites.close());

/** The verifier visits what is due, and orders hear of it. */
async function checks(): Promise<void> {
  await journey.app.get(CheckWorker).drain();
  await journey.app.get(JobRuntime).drain();
  await journey.app.get(OrderRounds).round();
}

it('a paid link insertion goes from quote to payable to lost to credited', async () => {
  const { page, context, goTo, expectAccessible, faults } = await journey.visitor();
  await foundBureau(context.request);
  const { brandId } = await addBrand(
    context.request,
    'Noordlicht Energie',
    'Noordlicht',
    sites.url('127.0.0.3'),
  );
  await send(context.request, '/placements', {
    brandId,
    sourceUrl: sites.url('127.0.0.2', '/best-panels'),
    targetUrl: guide,
    type: 'link_insertion',
    compensation: 'money',
  });

  await goTo('/orders');
  await page.getByText('An order is what a paid placement costs').waitFor();
  await expectAccessible();
  await page.locator('main').getByRole('link', { name: 'New order' }).last().click();
  await page.getByRole('heading', { name: 'What it buys' }).waitFor();
  await page.getByRole('combobox', { name: 'Supplier' }).fill('Rustig Media');
  await page.getByRole('textbox', { name: 'Buying of line 1', exact: true }).fill('150,50');
  await expectAccessible();
  await page.getByRole('button', { name: 'Save the quote' }).click();
  await page.getByText('A manager approves it').waitFor();
  const { pathname: order } = new URL(page.url());
  await expectAccessible();
  await page.getByRole('button', { name: 'Approve' }).click();
  await page.getByRole('button', { name: 'Mark as ordered' }).click();
  await page.getByText('A line has no placement yet').waitFor();

  await page.getByRole('button', { name: 'Choose the placement' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Placement' }).click();
  await page.getByRole('option', { name: /best-panels/ }).click();
  await dialog.getByRole('button', { name: 'Choose the placement' }).click();
  await page.getByText('Not payable yet: the link was not seen').first().waitFor();
  await expectAccessible();

  link = `<a href="${guide}">the guide</a>`;
  await checks();
  await page.reload();
  await page
    .getByText('the link is live without the label that was agreed')
    .or(page.getByText('a term differs'))
    .first()
    .waitFor();
  link = `<a href="${guide}" rel="sponsored">the guide</a>`;
  journey.app.clock.advance({ hours: 26 });
  await signInOwner(context.request);
  await checks();
  await goTo(order);
  await page.getByText('€150.50 may be paid').waitFor();
  await expectAccessible();
  await page.getByRole('button', { name: 'Record the payment' }).click();
  await dialog.getByRole('textbox', { name: 'Invoice' }).fill('2026-118');
  await expectAccessible();
  await dialog.getByRole('button', { name: 'Record the payment' }).click();
  await page.getByText('Paid, and nothing is left to do.').waitFor();

  link = '';
  for (const hours of [26, 26, 26, 26, 49]) {
    journey.app.clock.advance({ hours });
    await checks();
  }
  await signInOwner(context.request);
  await goTo(order);
  await page.getByText('A paid link is lost. Ask for a credit or a replacement.').waitFor();
  await expectAccessible();
  await page.getByRole('button', { name: 'Record a credit' }).click();
  await dialog.getByRole('textbox', { name: 'Credit note' }).fill('C-118');
  await expectAccessible();
  await dialog.getByRole('button', { name: 'Record a credit' }).click();
  await page.getByText('everything that was paid came back').waitFor();
  await goTo('/orders');
  await page.getByRole('rowheader', { name: 'Order 1' }).waitFor();
  await expectAccessible();
  expect(faults).toEqual([]);
});
