import { beforeAll, expect, it } from '@jest/globals';
import { aJourney } from './journey.js';
import { addBrand, ask, foundBureau, send } from './team.js';
import type { Visitor } from './visitor.js';

const journey = aJourney({ background: true });
let owner: Visitor;
let clientId: string;

beforeAll(async () => {
  owner = await journey.visitor();
  const as = owner.context.request;
  await foundBureau(as);
  const made = await addBrand(as, 'Noordlicht Energie', 'Noordlicht', 'https://noordlicht.example/');
  clientId = made.clientId;
  await send(as, '/placements', {
    brandId: made.brandId,
    site: 'tuinblog.example',
    targetUrl: 'https://noordlicht.example/old-guide',
    type: 'editorial',
  });
});

it('a page that moved takes its placements along, and back', async () => {
  const { page, goTo, expectAccessible, faults } = owner;
  await goTo(`/clients/${clientId}`);
  await page.getByText('https://noordlicht.example/old-guide').first().waitFor();
  await page.getByRole('button', { name: 'Move target pages' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('/old-guide → /guide\nno address');
  await dialog.getByText('2 cannot be read as two addresses').waitFor();
  await dialog.getByRole('textbox').fill('/old-guide → /guide');
  await dialog.getByText('1 page, 1 placement affected').waitFor();
  await expectAccessible();
  await dialog.getByRole('button', { name: 'Move target pages' }).click();
  await dialog.getByText('Done').waitFor();
  await page.getByRole('link', { name: 'https://noordlicht.example/guide' }).waitFor();

  await dialog.getByRole('button', { name: 'Undo' }).click();
  await dialog.getByText('Moving them back').waitFor();
  await dialog.getByText('Done').waitFor();
  const { items } = await ask<{ items: { targetPath: string }[] }>(owner.context.request, '/placements');
  expect(items.map(({ targetPath }) => targetPath)).toEqual(['/old-guide']);
  expect(faults).toEqual([]);
});

it('an archived client is gone at once, and back within ten seconds', async () => {
  const { page, goTo, faults } = owner;
  await goTo(`/clients/${clientId}`);
  await page.getByRole('button', { name: 'Archive', exact: true }).click();
  await page.getByText('Noordlicht Energie archived').waitFor();
  await page.getByRole('button', { name: 'Bring back' }).waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('Taken back').waitFor();
  await page.getByRole('button', { name: 'Archive', exact: true }).waitFor();
  expect(faults).toEqual([]);
});

it('a token is shown once, and the switch on top filters every page and stands in the address', async () => {
  const { page, goTo, expectAccessible, faults } = owner;
  await goTo('/settings/api-tokens');
  await page.getByRole('button', { name: 'Make an API token' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('weekly report');
  await dialog.getByRole('button', { name: 'Make the token' }).click();
  expect(await dialog.getByLabel('Token', { exact: true }).inputValue()).toMatch(/^llk_/);
  await expectAccessible();
  await dialog.getByRole('button', { name: 'I have it' }).click();
  await page.getByText('weekly report').waitFor();

  await page.getByRole('button', { name: 'Client or brand: All clients' }).click();
  await page.getByRole('option', { name: /^Noordlicht noordlicht/ }).click();
  await page.getByRole('link', { name: 'Placements' }).first().click();
  await page.getByRole('heading', { name: 'Placements' }).waitFor();
  expect(new URL(page.url()).searchParams.get('client')).toBe(clientId);
  expect(faults).toEqual([]);
});
