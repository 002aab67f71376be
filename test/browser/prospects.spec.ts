import { beforeAll, expect, it } from '@jest/globals';
import { newId } from '../../src/platform/database/id.js';
import { aJourney } from './journey.js';
import { bringProspects } from './prospect-files.js';
import { addBrand, ask, foundBureau, join, OWNER, send, whoIs } from './team.js';
import type { Visitor } from './visitor.js';

const MANY = 500;

const journey = aJourney({ background: true });
let owner: Visitor;
let clientId: string;

beforeAll(async () => {
  owner = await journey.visitor();
  await foundBureau(owner.context.request);
  ({ clientId } = await addBrand(
    owner.context.request,
    'Noordlicht Energie',
    'Noordlicht',
    'https://noordlicht.example/',
  ));
});

/** Answers of the API to the owner. */
const asked = <Body>(path: string) => ask<Body>(owner.context.request, path);
const totalOf = async (query: string) => (await asked<{ total: number }>(`/prospects?${query}`)).total;

it('an empty page teaches, and a prospect is added from it', async () => {
  const { page, goTo, expectAccessible, faults } = owner;
  await goTo('/prospects');
  await page.getByText('Here stand the sites your team may approach').waitFor();
  await expectAccessible();
  await page.getByRole('button', { name: 'Add a prospect' }).last().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Add a prospect' }).click();
  await dialog.getByText('This is no web address').waitFor();
  await dialog.getByRole('textbox', { name: /^Site/ }).fill('https://www.tuinblog.example/best-panels');
  await expectAccessible();
  await dialog.getByRole('button', { name: 'Add a prospect' }).click();
  await page.waitForURL(/\/prospects\/[0-9a-f-]{36}/);
  await page.getByRole('heading', { name: 'tuinblog.example', level: 1 }).waitFor();
  await page.getByText('Nobody of the team was in touch yet.').waitFor();
  await expectAccessible();
  expect(faults).toEqual([]);
});

it('bulk tag 500 and undo', async () => {
  const { page, goTo, expectAccessible, faults } = owner;
  const { workspaceId } = await whoIs(owner.context.request);
  const sites = Array.from({ length: MANY }, (_, n) => `garden-${String(n).padStart(3, '0')}.example`);
  await bringProspects(journey.app, workspaceId, new Map(sites.map((site) => [site, { language: 'nl' }])));

  await goTo('/prospects?language=nl&sort=site');
  await page.getByRole('rowheader').first().waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.getByText('1 selected').waitFor();
  await page.getByRole('button', { name: `Select all ${MANY} matching` }).click();
  await page.getByText(`${MANY} selected`).waitFor();
  await expectAccessible();
  await page.keyboard.press('t');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Tags' }).fill('spring list');
  await page.keyboard.press('Enter');
  await expectAccessible();
  await dialog.getByRole('button', { name: `Tag ${MANY}` }).click();
  await page.getByText(`${MANY} tagged`).waitFor();
  for (const format of ['csv', 'xlsx']) {
    const file = await owner.context.request.get(`/api/v1/prospects/export?format=${format}&language=nl`);
    expect([format, file.status()]).toEqual([format, 200]);
  }
  const { items } = await asked<{ items: { id: string; prospectCount: number }[] }>('/tags?kind=tag');
  expect(items).toMatchObject([{ prospectCount: MANY }]);

  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await page.getByText('Taken back').waitFor();
  expect(await totalOf(`tag=${items[0]?.id}`)).toBe(0);
  expect(faults).toEqual([]);
});

it('a cell is edited in its place and taken back; an act is taken back after its ten seconds too', async () => {
  const { page, goTo, expectAccessible, faults } = owner;
  await goTo('/prospects?language=nl&sort=site');
  await page.getByRole('rowheader', { name: 'garden-000.example' }).waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('s');
  await page.getByRole('dialog').getByRole('combobox', { name: 'Status' }).waitFor();
  await expectAccessible();
  await page.getByRole('option', { name: 'qualified' }).click();
  await page.getByText('garden-000.example changed').waitFor();
  expect(await totalOf('status=qualified')).toBe(1);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await page.getByText('Taken back').waitFor();
  expect(await totalOf('status=qualified')).toBe(0);

  await page
    .getByRole('row', { name: /garden-001/ })
    .getByRole('checkbox')
    .click();
  await page.getByRole('button', { name: 'Archive', exact: true }).click();
  await page.getByText('1 archived').waitFor();
  await page.getByRole('button', { name: 'Close', exact: true }).first().click();
  await page.getByRole('button', { name: 'Undo an earlier act' }).click();
  await page.getByRole('menuitem', { name: 'Undo: 1 archived' }).click();
  await page.getByRole('rowheader', { name: 'garden-001.example' }).waitFor();
  expect(faults).toEqual([]);
});

it('what is chosen stands in the address, and is kept as a view under a name', async () => {
  const { page, goTo, expectAccessible, faults } = owner;
  await goTo('/prospects');
  await page.getByRole('button', { name: 'Choose columns' }).click();
  await page.getByRole('checkbox', { name: 'Country' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('columnheader', { name: 'Country' }).waitFor();
  await page.getByRole('button', { name: /^Filter/ }).click();
  await expectAccessible();
  await page.getByRole('combobox', { name: 'Language' }).click();
  await page.getByRole('option', { name: 'Dutch' }).click();
  await page.waitForURL(/language=nl/);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Views' }).click();
  await page.getByRole('menuitem', { name: 'Save this view' }).click();
  await page.getByLabel('Name of the view').fill('Dutch gardens');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('button', { name: 'Dutch gardens' }).waitFor();

  await goTo('/prospects');
  await page.getByRole('button', { name: 'Views' }).click();
  await page.getByRole('menuitem', { name: 'Dutch gardens' }).click();
  await page.waitForURL(/language=nl/);
  await page.getByRole('columnheader', { name: 'Country' }).waitFor();
  await expectAccessible();
  expect(faults).toEqual([]);
});

it('a colleague who adds a prospect the team has just approached is warned, with who, for whom and with what result', async () => {
  const { goTo, page, faults } = owner;
  await goTo('/prospects?q=tuinblog');
  await page.getByRole('rowheader', { name: 'tuinblog.example' }).getByRole('link').click();
  await page.getByRole('link', { name: 'Open the page' }).click();
  await page.getByRole('button', { name: 'Write down a touch' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Result' }).click();
  await page.getByRole('option', { name: 'declined' }).click();
  await dialog.getByRole('combobox', { name: 'Client' }).click();
  await page.getByRole('option', { name: 'Noordlicht Energie' }).click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  const told = `${OWNER.name}: wrote a mail, for Noordlicht Energie (declined)`;
  await page.getByText(told).first().waitFor();

  const guest = await journey.visitor();
  await join(owner.context.request, guest.context.request, 'Jan Visser', 'member');
  await guest.goTo('/prospects?add=true');
  await guest.page
    .getByRole('dialog')
    .getByRole('textbox', { name: /^Site/ })
    .fill('tuinblog.example/contact');
  const warning = guest.page.getByRole('region', { name: 'Who was here before' });
  await warning.getByText(told).waitFor();
  await warning.getByText('The team was in touch here in the last 90 days').waitFor();
  await guest.page.getByText('tuinblog.example is a prospect already').waitFor();
  await guest.expectAccessible();
  await guest.page.getByRole('dialog').getByRole('link', { name: 'open it' }).click();
  await guest.page.getByRole('region', { name: 'Who was here before' }).getByText(told).waitFor();
  expect([...faults, ...guest.faults]).toEqual([]);
});

it('a site gets a new owner: it says what will happen, does it, and takes it back', async () => {
  const { page, goTo, expectAccessible, faults } = owner;
  const as = owner.context.request;
  const { items } = await asked<{ items: { id: string; siteId: string }[] }>('/prospects?search=tuinblog');
  const { id = '', siteId = '' } = items[0] ?? {};
  await send(as, `/sites/${siteId}/new-owner`, { publisherName: 'Groene Pers' });
  await send(as, '/contacts', {
    name: 'Sanne de Wit',
    addresses: [{ address: 'sanne@tuinblog.example' }],
    siteIds: [siteId],
  });
  await send(as, `/sites/${siteId}/conditions`, { priceMinor: 15_000, currency: 'EUR' });

  await goTo(`/prospects/${id}`);
  await page.getByText('€150').waitFor();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'New owner…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Groene Pers becomes the former owner').waitFor();
  await dialog.getByText('1 contact becomes former').waitFor();
  await dialog.getByText('1 answer about conditions is outdated').waitFor();
  await expectAccessible();
  await dialog.getByRole('combobox', { name: 'New owner' }).fill('Tuinmedia');
  await dialog.getByRole('button', { name: 'Write down the new owner' }).click();
  await page.getByText('outdated: new owner').waitFor();
  await page.getByRole('link', { name: 'Tuinmedia', exact: true }).waitFor();
  await page.getByRole('listitem').filter({ hasText: 'Sanne de Wit' }).getByText('former').waitFor();
  await expectAccessible();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await page.getByText('outdated: new owner').waitFor({ state: 'detached' });
  expect(faults).toEqual([]);
});

it('somebody found on a page of the site is looked at with the evidence, mended and added; another one is dismissed', async () => {
  const { page, goTo, expectAccessible, faults } = owner;
  const { workspaceId } = await whoIs(owner.context.request);
  const { items } = await asked<{ items: { id: string; siteId: string }[] }>('/prospects?search=tuinblog');
  const { id = '', siteId = '' } = items[0] ?? {};
  for (const name of ['Pieter Jonge', 'Webmaster']) {
    await journey.app.database.asOwner(
      `insert into contact_proposals (workspace_id, id, site_id, name, page_url, page_kind, evidence_text, found_at)
       values ($1, $2, $3, $4, 'https://tuinblog.example/contact', 'contact', $5, '2026-11-20T08:00:00Z')`,
      [workspaceId, newId(), siteId, name, `Write to ${name}, our editor`],
    );
  }
  await goTo(`/prospects/${id}`);
  const found = page.getByRole('listitem').filter({ hasText: 'Write to Pieter Jonge' });
  await found.getByRole('link', { name: 'contact page' }).waitFor();
  await page
    .getByRole('listitem')
    .filter({ hasText: 'Write to Webmaster' })
    .getByRole('button', { name: 'Dismiss' })
    .click();
  await page.getByText('1 person found').waitFor();
  await expectAccessible();
  await found.getByRole('button', { name: 'Add as contact' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('Pieter de Jonge');
  await expectAccessible();
  await page.getByRole('dialog').getByRole('button', { name: 'Add as contact' }).click();
  await page.getByRole('link', { name: 'Pieter de Jonge' }).waitFor();
  await page.getByText('1 person found').waitFor({ state: 'detached' });
  expect(faults).toEqual([]);
});

it('own fields, tags, do not contact and exclusions are kept on pages of their own', async () => {
  const { page, goTo, expectAccessible, faults } = owner;
  await goTo('/settings/fields');
  await page.getByRole('button', { name: 'Add a field' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Price');
  await dialog.getByRole('combobox', { name: 'What it holds' }).click();
  await page.getByRole('option', { name: 'number' }).click();
  await expectAccessible();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Prospects · number · price').waitFor();
  await expectAccessible();

  await goTo('/settings/do-not-contact');
  await page.getByRole('button', { name: 'Add a site or address' }).click();
  await page.getByLabel('Site or e-mail address').fill('garden-007.example');
  await page.getByRole('dialog').getByRole('button', { name: 'Do not contact' }).click();
  await page.getByRole('link', { name: 'garden-007.example' }).waitFor();
  await expectAccessible();

  await goTo(`/clients/${clientId}`);
  await page.getByRole('link', { name: 'Excluded sites' }).click();
  await page.getByRole('button', { name: 'Exclude sites' }).click();
  await page.getByLabel('Sites, one a line').fill('garden-008.example\nno address');
  await page.getByRole('dialog').getByRole('button', { name: 'Exclude', exact: true }).click();
  await page.getByText('This line is no web address').waitFor();
  await expectAccessible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('link', { name: 'garden-008.example' }).waitFor();
  await expectAccessible();
  await goTo(`/prospects?client=${clientId}&q=garden-008`);
  await page.getByText('No prospect holds “garden-008”.').waitFor();
  expect(faults).toEqual([]);
});
