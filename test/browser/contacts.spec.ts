import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { DemoAddress } from '../../src/platform/fetch/demo-address.js';
import { JobRuntime } from '../../src/platform/jobs/job-runtime.js';
import { DnsMailRoutes, MailRoutes } from '../../src/platform/services/mail-routes.js';
import { DnsServer } from '../builders/dns-server.js';
import { LocalServer } from '../builders/local-server.js';
import type { TestApp } from '../http/app.js';
import { VISITS_LOCAL_SITES } from '../verifier/local-site.js';
import { startBuiltApp } from './built-app.js';
import { startChromium } from './chromium.js';
import { foundBureau, send, signInOwner } from './team.js';
import { aVisitor } from './visitor.js';

let app: TestApp;
let browser: Browser;
let dns: DnsServer;
let web: LocalServer;

/** The pages of a site that tell who may be written to. */
const PAPER: Readonly<Record<string, string>> = {
  '/': '<nav><a href="/adverteren">Adverteren</a></nav><p>Welcome to the paper.</p>',
  '/adverteren':
    '<main><p>Adverteren? Mail Jan Jansen: <a href="mailto:ads@paper.demo.test">Jan Jansen</a></p></main>',
};

beforeAll(async () => {
  dns = await DnsServer.start({
    'tuinblog.example': { mx: [{ priority: 10, exchange: 'mail.tuinblog.example' }] },
    'stil.example': { mx: [{ priority: 0, exchange: '.' }] },
  });
  web = await LocalServer.start(({ path }) =>
    PAPER[path] === undefined ? { status: 404, body: 'gone' } : { body: PAPER[path] },
  );
  const routes = new DnsMailRoutes({ servers: [dns.address], timeoutMs: 500, tries: 1 });
  [app, browser] = await Promise.all([
    startBuiltApp({ settings: VISITS_LOCAL_SITES, ports: [[MailRoutes, routes]] }),
    startChromium(),
  ]);
  app.get(DemoAddress).current = { suffix: '.demo.test', address: '127.0.0.1', port: web.port };
});
afterAll(async () => {
  await browser.close();
  await app.close();
  await web.close();
  await dns.close();
});

it('a contact gets an address checked and a ground, and can be mailed then', async () => {
  const { page, context, goTo, expectAccessible, faults } = await aVisitor(browser, app.url);
  await foundBureau(context.request);
  await goTo('/contacts');
  await page.getByText('A contact is a person at a site or publisher').waitFor();
  await expectAccessible();

  await page.locator('main').getByRole('button', { name: 'Add a contact' }).last().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Add a contact' }).click();
  await dialog.getByText('Give a name or an address.').waitFor();
  await expectAccessible();
  await dialog.getByLabel('Name', { exact: true }).fill('Sanne de Wit');
  await dialog.getByLabel('Addresses', { exact: true }).fill('sanne@tuinblog.example');
  await dialog.getByLabel('Addresses', { exact: true }).press('Enter');
  await dialog.getByLabel('Works at').fill('tuinblog.example');
  await dialog.getByLabel('Works at').press('Enter');
  await dialog.getByRole('combobox', { name: 'Country' }).fill('Netherlands');
  await page.getByRole('option', { name: 'Netherlands', exact: true }).click();
  await dialog.getByRole('button', { name: 'Add a contact' }).click();

  await page.getByRole('heading', { name: 'This person may not be mailed.' }).waitFor();
  await page.getByText('Their country asks for a ground, and none is recorded.').waitFor();
  await expectAccessible();
  await page.getByRole('button', { name: 'Check now: sanne@tuinblog.example' }).click();
  await page.getByText('its domain takes mail').waitFor();
  await page.getByText('arrives', { exact: true }).first().waitFor();

  const mayBeMailed = page.getByRole('region', { name: 'May be mailed' });
  await mayBeMailed.getByRole('button', { name: 'Record a ground' }).click();
  await dialog.getByLabel('Page that proves it').fill('https://tuinblog.example/schrijf-voor-ons');
  await expectAccessible();
  await dialog.getByRole('button', { name: 'Record a ground' }).click();
  await page.getByRole('heading', { name: 'This person may be mailed.' }).waitFor();
  await page.getByRole('link', { name: 'https://tuinblog.example/schrijf-voor-ons' }).waitFor();
  await expectAccessible();
  expect(faults).toEqual([]);
});

it('an address whose domain takes no mail says so, and an objection forbids every first mail', async () => {
  const { page, context, goTo, expectAccessible, faults } = await aVisitor(browser, app.url);
  await signInOwner(context.request);
  const joris = await send<{ id: string }>(context.request, '/contacts', {
    name: 'Joris Stil',
    addresses: [{ address: 'joris@stil.example' }],
    country: 'US',
  });
  await goTo(`/contacts/${joris.id}`);
  await page.getByRole('heading', { name: 'This person may be mailed.' }).waitFor();
  await page.getByRole('button', { name: 'Check now: joris@stil.example' }).click();
  await page.getByText('its domain says that it takes no mail (null MX)').waitFor();
  await page.getByText('does not arrive', { exact: true }).waitFor();

  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Record an objection' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('What they said, or where').fill('Asked by mail not to be written to');
  await expectAccessible();
  await dialog.getByRole('button', { name: 'Record an objection' }).click();
  await page.getByRole('heading', { name: 'This person may not be mailed.' }).waitFor();
  await page.getByText('They objected to being mailed.').waitFor();
  await expectAccessible();

  await goTo('/contacts');
  await page.getByRole('searchbox', { name: 'Search contacts' }).fill('joris');
  await page.waitForURL(/q=joris/);
  await page.getByText('1 contact', { exact: true }).waitFor();
  await page.keyboard.press('Tab');
  await page.getByRole('rowheader').getByRole('link', { name: 'Joris Stil' }).waitFor();
  await expectAccessible();
  expect(faults).toEqual([]);
});

it('whom a site names on its own pages is proposed, accepted with its page as ground, or dismissed', async () => {
  const { page, context, goTo, expectAccessible, faults } = await aVisitor(browser, app.url);
  await signInOwner(context.request);
  const { places } = await send<{ places: { siteId: string }[] }>(context.request, '/contacts', {
    name: 'Somebody at the paper',
    siteAddresses: ['https://paper.demo.test'],
  });
  await send(context.request, `/sites/${places[0]?.siteId}/find-contacts`);
  await app.get(JobRuntime).drain();
  await goTo('/contacts/proposals');
  await page.getByText('on the page about advertising', { exact: false }).waitFor();
  await expectAccessible();
  await page.getByRole('button', { name: 'Accept Jan Jansen' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Record the ground, too: published for this purpose', { exact: false }).waitFor();
  await dialog.getByLabel('Position').fill('sales');
  await expectAccessible();
  await dialog.getByRole('button', { name: 'Accept' }).click();
  await page.getByText('Nobody is proposed now.', { exact: false }).waitFor();
  await goTo('/contacts?q=jansen');
  await page.getByRole('rowheader').getByRole('link', { name: 'Jan Jansen' }).click();
  await page.getByText('published for this purpose').waitFor();
  await expectAccessible();
  expect(faults).toEqual([]);
});
