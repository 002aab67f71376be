import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { aJourney } from './journey.js';
import { foundBureau, signInOwner } from './team.js';

const journey = aJourney();

/** Writes down a price for guest posts, as the form asks for it. */
async function recordPrice(page: Page, price: string): Promise<void> {
  await page.getByRole('button', { name: 'Add conditions' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'For which type' }).click();
  await page.getByRole('option', { name: 'guest post', exact: true }).click();
  await dialog.getByLabel('Price').fill(price);
  await dialog.getByRole('button', { name: 'Add conditions' }).click();
}

it('a publisher is kept with its sites and conditions; what was replaced stays, and says why', async () => {
  const { page, context, goTo, expectAccessible, faults } = await journey.visitor();
  await foundBureau(context.request);
  await goTo('/publishers');
  await page.getByText('A publisher is who stands behind one or many sites').waitFor();
  await expectAccessible();
  await page.locator('main').getByRole('button', { name: 'Add a publisher' }).last().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name', { exact: true }).fill('Groene Media');
  await dialog.getByLabel('Sites', { exact: true }).fill('tuinblog.example');
  await dialog.getByLabel('Sites', { exact: true }).press('Enter');
  await expectAccessible();
  await dialog.getByRole('button', { name: 'Add a publisher' }).click();

  await page.getByRole('heading', { name: 'Groene Media' }).waitFor();
  await page.getByRole('link', { name: 'tuinblog.example' }).waitFor();
  await recordPrice(page, 'much');
  await dialog.getByText('Write an amount, such as 150 or 150.50.').waitFor();
  await expectAccessible();
  await dialog.getByLabel('Price').fill('150,50');
  await dialog.getByRole('button', { name: 'Add conditions' }).click();
  await page.getByText('€150.50').waitFor();
  // Its button has the name of the one that opens it.
  await dialog.waitFor({ state: 'detached' });
  await recordPrice(page, '175');
  await page.getByText('€175').waitFor();
  await page.getByText('outdated: newer ones were noted').waitFor();
  await expectAccessible();

  await page.getByRole('button', { name: 'Add a note' }).click();
  await dialog.getByLabel('Note').fill('They answer on Mondays');
  await dialog.getByRole('button', { name: 'Add a note' }).click();
  await page.getByText('They answer on Mondays').waitFor();
  await expectAccessible();
  expect(faults).toEqual([]);
});

it('somebody who adds a publisher that is called nearly the same is warned', async () => {
  const { page, context, goTo, expectAccessible, faults } = await journey.visitor();
  await signInOwner(context.request);
  await goTo('/publishers?add=true');
  await page.getByRole('dialog').getByLabel('Name', { exact: true }).fill('groene media bv');
  await page.getByText('There is one called nearly the same:').waitFor();
  await expectAccessible();
  await page.getByRole('dialog').getByRole('link', { name: 'Groene Media' }).click();
  await page.getByRole('heading', { name: 'Conditions' }).waitFor();
  expect(faults).toEqual([]);
});
