import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { FakeOauth } from '../builders/fake-oauth.js';
import { MailServers } from '../builders/mail-server.js';
import { aJourney } from './journey.js';
import { addBrand, foundBureau } from './team.js';
import type { Visitor } from './visitor.js';

const ANNA = { address: 'anna@bureau.example', password: 'the password of anna' };
const BO = 'bo@bureau.example';
/** Steps wait for servers that answer within seconds on a quiet machine. */
const SLOWLY = { timeout: 60_000 };

const journey = aJourney({ settings: { LINKLEDGER_FETCH_ALLOW: '127.0.0.0/8' } });
let mail: MailServers;
let provider: FakeOauth;
let owner: Visitor;

beforeAll(async () => {
  provider = await FakeOauth.start();
  mail = await MailServers.start([ANNA, { address: BO, token: () => provider.tokenOf(BO) }]);
  owner = await journey.visitor();
  await foundBureau(owner.context.request);
  await addBrand(owner.context.request, 'Noordlicht Energie', 'Noordlicht', 'https://noordlicht.example/');
});
afterAll(async () => {
  await mail.close();
  await provider.close();
});

it('a mailbox is connected with a password, after a wrong one was told as such', async () => {
  const { page, goTo, expectAccessible, faults } = owner;
  await goTo('/settings/mailboxes');
  await page.getByText('Connect a mailbox to send pitches').waitFor();
  await expectAccessible();
  await page.getByRole('link', { name: 'Connect a mailbox' }).click();
  await page.getByLabel('Mail address').fill(ANNA.address);
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('button', { name: 'Sign in with Google' }).waitFor(SLOWLY);
  await expectAccessible();

  const { smtp, imap } = mail.connection(ANNA.address);
  for (const [legend, server] of [
    ['Server for sending (SMTP)', smtp],
    ['Server for reading (IMAP)', imap],
  ] as const) {
    const fields = page.getByRole('group', { name: legend });
    await fields.getByLabel('Host').fill(server.host);
    await fields.getByLabel('Port').fill(String(server.port));
    await fields.getByLabel('Security').selectOption('none');
  }
  await page.getByLabel('Password', { exact: true }).fill('wrong');
  await page.getByRole('button', { name: 'Test and connect' }).click();
  await page
    .getByText(/Signing in: User name or password are refused/)
    .first()
    .waitFor(SLOWLY);
  await expectAccessible();

  await page.getByLabel('Password', { exact: true }).fill(ANNA.password);
  await page.getByRole('button', { name: 'Test and connect' }).click();
  await page.getByRole('heading', { name: ANNA.address, level: 1 }).waitFor(SLOWLY);
  await page.getByText('0 of 30 sent today').waitFor();
  await expectAccessible();
  expect(faults).toEqual([]);
});

it('its limits are changed, it is paused with a reason and sends again', async () => {
  const { page, expectAccessible, faults } = owner;
  await page.getByLabel('Mails a day').fill('12');
  await page.getByLabel('Signature').fill('Anna, Bureau Wind');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('0 of 12 sent today').waitFor(SLOWLY);
  await page.getByRole('button', { name: 'Pause' }).click();
  const dialog = page.getByRole('dialog', { name: `Pause ${ANNA.address}` });
  await dialog.getByLabel('Reason').fill('Anna is away');
  await expectAccessible();
  await dialog.getByRole('button', { name: 'Pause' }).click();
  await page.getByText(/Anna is away/).waitFor(SLOWLY);
  await page.getByRole('button', { name: 'Let it send again' }).click();
  await page.getByRole('button', { name: 'Pause' }).waitFor(SLOWLY);
  expect(faults).toEqual([]);
});

it('a provider is set up by its steps, and a mailbox signs in there', async () => {
  const { page, goTo, expectAccessible, faults } = owner;
  await goTo('/settings/mailboxes/sign-in');
  await page.getByRole('heading', { name: 'Google Workspace' }).waitFor();
  await expectAccessible();
  const { smtp, imap } = mail.connection(BO);
  const asked = owner.context.request;
  const { clientId, clientSecret, authorizeUrl, tokenUrl } = provider;
  const data = { clientId, clientSecret, authorizeUrl, tokenUrl };
  expect((await asked.put('/api/v1/oauth-apps/custom', { data })).status()).toBe(200);
  const started = await asked.post('/api/v1/mailboxes/oauth/start', {
    data: { provider: 'custom', smtp, imap, readHistory: false },
  });
  const { url } = (await started.json()) as { url: string };
  const back = new URL(provider.allow(url, BO));
  await page.goto(`${journey.app.url}${back.pathname}${back.search}`);
  await page.getByRole('heading', { name: BO, level: 1 }).waitFor(SLOWLY);
  await page.getByText('with your own provider').waitFor();
  expect(faults).toEqual([]);
});

it('the catcher is there without any server', async () => {
  const { page, goTo, expectAccessible, faults } = owner;
  await goTo('/settings/mailboxes');
  await page.getByRole('button', { name: 'Make my catcher' }).click();
  await page.getByRole('link', { name: 'Read what was caught' }).click(SLOWLY);
  await page.getByText('Nothing was caught yet').waitFor();
  await expectAccessible();
  expect(faults).toEqual([]);
});
