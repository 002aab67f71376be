import { expect, it } from '@jest/globals';
import { aJourney } from './journey.js';

const journey = aJourney();

it('somebody looks around with demo data, by keyboard, and finds the way to a workspace of their own', async () => {
  const { page, goTo, expectAccessible, faults } = await journey.visitor();
  await goTo('/');
  await page.getByRole('button', { name: 'Look around with demo data' }).click();
  await page.getByRole('heading', { name: /^Lost/ }).waitFor();
  await expectAccessible();

  const focused = () => page.locator(':focus').getAttribute('href');
  const waiting = page.locator('main').getByRole('list').getByRole('link');
  const lost = page.getByRole('list', { name: 'Lost' }).getByRole('link').first();
  await page.keyboard.press('j');
  expect(await focused()).toBe(await waiting.first().getAttribute('href'));
  const wanted = await lost.getAttribute('href');
  for (let row = 0; row < 20 && (await focused()) !== wanted; row += 1) await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: /^Removed since/ }).waitFor();

  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).getByText('Go to Placements').waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.getByPlaceholder('Search or do anything').fill('tuinblog');
  await page
    .getByRole('button', { name: /tuinblog\.demo\.test/ })
    .first()
    .waitFor();
  await page.keyboard.press('Escape');

  await page.getByRole('link', { name: 'Make your own workspace' }).click();
  await page.getByRole('heading', { name: 'Welcome to Linkledger' }).waitFor();
  expect(faults).toEqual([]);
});

it('a newcomer makes a workspace, a client and a brand, and is led from step to step', async () => {
  const { page, goTo, expectAccessible, faults } = await journey.visitor();
  await goTo('/');
  await page.getByRole('heading', { name: 'Welcome to Linkledger' }).waitFor();
  await expectAccessible();

  await page.getByLabel('Name of the workspace').fill('Bureau Wind');
  await page.getByLabel('Your name').fill('Mila Bakker');
  await page.getByLabel('E-mail address').fill('mila@bureau.example');
  await page.getByLabel('Password', { exact: true }).fill('welcome2026');
  await page.getByRole('button', { name: 'Create the workspace' }).click();
  await page.locator('.mantine-InputWrapper-error').waitFor();
  expect(await page.getByLabel('Name of the workspace').inputValue()).toBe('Bureau Wind');

  await page.getByLabel('Password', { exact: true }).fill('seven calm herons');
  await page.getByRole('button', { name: 'Create the workspace' }).click();
  await page.getByRole('heading', { name: 'Today' }).waitFor();
  await page.getByRole('heading', { name: 'Three steps to begin' }).waitFor();
  await expectAccessible();

  await page.getByRole('button', { name: 'Add a client' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Noordlicht Energie');
  await expectAccessible();
  await dialog.getByRole('button', { name: 'Add a client' }).click();
  await page.getByRole('heading', { name: 'Noordlicht Energie' }).waitFor();

  await page.getByRole('button', { name: 'Add a brand' }).click();
  await dialog.getByLabel('Name of the brand').fill('Noordlicht');
  await dialog.getByLabel('Website').fill('noordlicht.example');
  await dialog.getByRole('button', { name: 'Add a brand' }).click();
  await page.getByRole('heading', { name: 'Noordlicht', exact: true }).waitFor();
  await expectAccessible();

  await page.keyboard.press('g');
  await page.keyboard.press('t');
  await page.getByRole('button', { name: 'Add a placement' }).waitFor();
  expect(faults).toEqual([]);
});

it('everything is there in Dutch', async () => {
  const { page, goTo, faults } = await journey.visitor({ locale: 'nl-NL' });
  await goTo('/sign-in');
  await page.getByLabel('E-mailadres').fill('mila@bureau.example');
  await page.getByLabel('Wachtwoord', { exact: true }).fill('seven calm herons');
  await page.getByRole('button', { name: 'Inloggen' }).click();
  await page.getByRole('heading', { name: 'Today' }).waitFor();
  await page.getByRole('button', { name: /account and colors/ }).click();
  await page.getByRole('menuitem', { name: 'Nederlands' }).click();
  await page.getByRole('heading', { name: 'Vandaag' }).waitFor();
  await page.getByRole('link', { name: 'Klanten' }).first().click();
  await page.getByText('1 klant').waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('nl');
  expect(faults).toEqual([]);
});
