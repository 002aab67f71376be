import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { aCatcher } from '../builders/sequences.js';
import type { TestApp } from '../http/app.js';
import { startBuiltApp } from './built-app.js';
import { startChromium } from './chromium.js';
import { addBrand, foundBureau, send } from './team.js';
import { aVisitor } from './visitor.js';

let app: TestApp;
let browser: Browser;

beforeAll(async () => {
  [app, browser] = await Promise.all([startBuiltApp(), startChromium()]);
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

it('a sequence is made from its kind, gets a task, is saved as a version, and takes a pitch whose mails are seen first', async () => {
  const { page, context, goTo, expectAccessible, faults } = await aVisitor(browser, app.url);
  const as = context.request;
  await foundBureau(as);
  const { brandId } = await addBrand(as, 'Clay & Co', 'Clay & Co', 'https://clay-co.example/');
  const workspace = await (await as.get('/api/v1/session')).json();
  await aCatcher(app, String(workspace.workspace.id), 'post@bureau.example');
  const words = { subjects: ['A guide to kilns'], body: 'Hi {{contact.name}}. {{sender.name}}' };
  const template = await send<{ id: string }>(as, '/templates', {
    name: 'Hello kiln',
    purpose: 'first',
    locale: 'en',
    ...words,
  });
  const campaign = await send<{ id: string }>(as, '/campaigns', {
    brandId,
    kind: 'guest_blogging',
    name: 'Kiln guide',
  });
  const contact = await send<{ id: string }>(as, '/contacts', {
    name: 'Noor de Vries',
    country: 'GB',
    siteAddresses: ['kiln-journal.example'],
    addresses: [{ address: 'noor@kiln-journal.example' }],
  });
  const pitch = await send<{ id: string }>(as, `/campaigns/${campaign.id}/pitches`, {
    siteAddress: 'kiln-journal.example',
    contactIds: [contact.id],
  });

  await goTo('/sequences');
  await page.getByText('A sequence is a first mail and what follows it').waitFor();
  await expectAccessible();
  await page.getByRole('button', { name: 'Add a sequence' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name', { exact: true }).fill('Guest posts');
  await dialog.getByRole('combobox', { name: 'Kind of campaign' }).click();
  await page.getByRole('option', { name: 'Guest blogging' }).click();
  await dialog.getByRole('button', { name: 'Add the sequence' }).click();

  await page.getByRole('heading', { name: 'Guest posts' }).waitFor();
  await page.getByText('Working day 10 · Mail').waitFor();
  await page.getByRole('button', { name: 'Remove step 3' }).click();
  await page.getByRole('button', { name: 'Remove step 2' }).click();
  const first = page.getByRole('group', { name: 'Steps 1' });
  await first.getByRole('combobox', { name: 'Template' }).click();
  await page.getByRole('option', { name: 'Hello kiln' }).click();
  await page.getByRole('button', { name: 'Add a task' }).click();
  await page.getByLabel('What is to be done').fill('Call Noor');
  await expectAccessible();
  await page.getByRole('button', { name: 'Save as version 2' }).click();
  await page.getByRole('button', { name: 'Save as version 3' }).waitFor();
  await page.getByText('Working day 4 · Task').waitFor();

  await goTo(`/pitches/${pitch.id}`);
  await page.getByRole('link', { name: 'Enrol in a sequence' }).click();
  await page.getByRole('heading', { name: 'Enrol pitches' }).waitFor();
  await page.getByRole('combobox', { name: 'Sequence', exact: true }).click();
  await page.getByRole('option', { name: 'Guest posts' }).click();
  await page.getByText('Hi Noor de Vries.').waitFor();
  await page.getByText('Call Noor').waitFor();
  await expectAccessible();
  await page.getByRole('button', { name: 'Enrol 1 pitch' }).click();

  await page.getByText('waits in the outbox').waitFor();
  const panel = page.getByRole('region', { name: 'Guest posts' });
  await panel.getByText('running', { exact: true }).waitFor();
  await expectAccessible();
  await panel.getByRole('button', { name: 'Pause' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Pause' }).click();
  await panel.getByText('by hand').waitFor();
  await panel.getByRole('button', { name: 'Resume' }).click();
  await panel.getByText('running', { exact: true }).waitFor();
  expect(template.id).not.toBe('');
  expect(faults).toEqual([]);
});
