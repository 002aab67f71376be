import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { APIRequestContext, Browser } from 'playwright-core';
import { InboxWorker } from '../../src/modules/inbox/inbox-worker.js';
import { SenderWorker } from '../../src/modules/sending/sender-worker.js';
import { JobRuntime } from '../../src/platform/jobs/job-runtime.js';
import { MailServers } from '../builders/mail-server.js';
import { aBounce, aMail } from '../builders/outreach.js';
import type { TestApp } from '../http/app.js';
import { startBuiltApp } from './built-app.js';
import { startChromium } from './chromium.js';
import { addBrand, foundBureau, send } from './team.js';
import { aVisitor, type Visitor } from './visitor.js';

const MILA = { address: 'mila@bureau.example', password: 'a password of mila’s own' };
const SITES = Array.from({ length: 20 }, (_, no) => `kiln${String(no + 1).padStart(2, '0')}.example`);
const THEIR = SITES.map((site) => ({ address: `ann.potter@${site}`, password: 'theirs' }));
const [REPLIES = '', BOUNCES = '', AWAY = ''] = SITES;

let app: TestApp;
let browser: Browser;
let servers: MailServers;
let owner: Visitor;
let workspaceId: string;
let mailboxId: string;
let pitchIds: string[];
let sequenceId: string;

beforeAll(async () => {
  servers = await MailServers.start([MILA, ...THEIR], { keepsSent: true });
  const settings = { LINKLEDGER_FETCH_ALLOW: '127.0.0.1/32' };
  [app, browser] = await Promise.all([startBuiltApp({ settings }), startChromium()]);
  owner = await aVisitor(browser, app.url);
  const as = owner.context.request;
  await foundBureau(as);
  workspaceId = (await got<{ workspace: { id: string } }>(as, '/session')).workspace.id;
  await as.patch('/api/v1/workspace', { data: { postalAddress: 'Canal 1, Amsterdam' } });
  pitchIds = await pitchesOf(as);
  sequenceId = await aSequence(as);
  const box = { ...servers.connection(MILA.address), senderName: 'Mila Bakker', signature: 'Bureau Wind' };
  const pace = { capPerDay: 100, gapSeconds: 0, gapJitterSeconds: 0 };
  ({ id: mailboxId } = await send<{ id: string }>(as, '/mailboxes', { ...box, ...pace }));
  await send(as, `/mailboxes/${mailboxId}/read-history`, { allowed: false });
  await read();
}, 120_000);
afterAll(async () => {
  await browser.close();
  await app.close();
  await servers.close();
});

async function got<Body>(as: APIRequestContext, path: string): Promise<Body> {
  return (await (await as.get(`/api/v1${path}`)).json()) as Body;
}

/** Twenty sites with somebody at each, pitched in one campaign. */
async function pitchesOf(as: APIRequestContext): Promise<string[]> {
  const { brandId } = await addBrand(as, 'Noordlicht Energie', 'Noordlicht', 'https://noordlicht.example/');
  const wish = { brandId, kind: 'guest_blogging', name: 'Autumn posts', firstMailsPerWeek: 100 };
  const { id: campaignId } = await send<{ id: string }>(as, '/campaigns', wish);
  const ids: string[] = [];
  for (const site of SITES) {
    const person = {
      name: 'Ann Potter',
      siteAddresses: [site],
      addresses: [{ address: `ann.potter@${site}` }],
    };
    const contact = await send<{ id: string; revision: number }>(as, '/contacts', person);
    const known = { revision: contact.revision, timeZone: 'Europe/Amsterdam', country: 'GB' };
    await as.patch(`/api/v1/contacts/${contact.id}`, { data: known });
    const pitch = { siteAddress: site, contactIds: [contact.id] };
    ids.push((await send<{ id: string }>(as, `/campaigns/${campaignId}/pitches`, pitch)).id);
  }
  return ids;
}

/** A sequence of a mail and a follow-up that any of the pitches fills. */
async function aSequence(as: APIRequestContext): Promise<string> {
  const steps = [];
  for (const [purpose, waitWorkingDays] of [
    ['first', 0],
    ['follow_up_1', 4],
  ] as const) {
    const body = 'Hello,\n\nThis is about {{site.name}}.\n\n{{sender.name}}';
    const wish = { name: `Mail ${purpose}`, purpose, locale: 'en', subjects: ['Herons in town'], body };
    const { id: templateId } = await send<{ id: string }>(as, '/templates', wish);
    steps.push({ kind: 'mail', waitWorkingDays, templateId });
  }
  return (await send<{ id: string }>(as, '/sequences', { name: 'Two mails', steps })).id;
}

const read = () => app.get(InboxWorker).readOnce({ workspaceId, mailboxId });
const header = (raw: string, name: string): string =>
  new RegExp(`^${name}: *((?:.|\\r\\n[ \\t])*)`, 'im').exec(raw)?.[1]?.trim() ?? '';
const idOf = (raw: string): string => header(raw, 'Message-ID').replaceAll(/[<>]/g, '');
/** The mails the server took for somebody at a site, oldest first. */
const takenAt = (site: string): string[] =>
  servers.taken.filter(({ to }) => to.includes(`ann.potter@${site}`)).map(({ raw }) => raw.toString());

it('twenty pitches are enrolled after a look at every mail, and each mail leaves once', async () => {
  const { page, goTo, expectAccessible, faults } = owner;
  await goTo(`/sequences/enrol?pitches=${pitchIds.join(',')}&sequence=${sequenceId}&mailbox=${mailboxId}`);
  await page.getByText(`This is about ${REPLIES}`).first().waitFor();
  await expectAccessible();
  await page.getByRole('button', { name: 'Enrol 20 pitches' }).click();
  await page.getByRole('progressbar').first().waitFor({ state: 'attached' });
  await app.get(JobRuntime).drain();
  await page.getByText('20 pitches enrolled').first().waitFor();

  await goTo('/outbox');
  await page.getByRole('heading', { name: MILA.address }).waitFor();
  await page.getByText('20 mails', { exact: true }).waitFor();
  await expectAccessible();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByText('This is about').waitFor();
  await expectAccessible();
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();

  await app.get(SenderWorker).drain();
  expect(servers.taken.map(({ to }) => to.join()).sort()).toEqual(THEIR.map(({ address }) => address));
  await goTo('/outbox?state=sent');
  await page.getByRole('list', { name: 'Sent' }).waitFor();
  expect(await page.getByRole('list', { name: 'Sent' }).getByRole('listitem').count()).toBe(20);
  await expectAccessible();
  expect(faults).toEqual([]);
}, 180_000);

it('a reply, a bounce and an automatic reply stand where they belong, and say why', async () => {
  const { page, goTo, expectAccessible, faults } = owner;
  const [reply = '', bounced = '', away = ''] = [REPLIES, BOUNCES, AWAY].map(
    (site) => takenAt(site)[0] ?? '',
  );
  const inbox = servers.box(MILA.address);
  const their = (site: string) => `Ann Potter <ann.potter@${site}>`;
  inbox.append(
    aMail({
      from: their(REPLIES),
      to: MILA.address,
      subject: 'Re: Herons in town',
      inReplyTo: idOf(reply),
      text: 'Please send a draft. One link in the text is fine, follow.',
    }),
  );
  inbox.append(
    aBounce({
      to: MILA.address,
      recipient: `ann.potter@${BOUNCES}`,
      status: '5.1.1',
      diagnostic: '550 5.1.1 User unknown',
      originalId: idOf(bounced),
    }),
  );
  inbox.append(
    aMail({
      from: their(AWAY),
      to: MILA.address,
      subject: 'Automatic reply: Herons in town',
      inReplyTo: idOf(away),
      text: 'I am out of the office and will read your mail when I am back.',
      headers: { 'Auto-Submitted': 'auto-replied' },
    }),
  );
  app.clock.advance({ minutes: 1 });
  await read();

  await goTo('/inbox');
  const list = page.getByRole('list', { name: 'To answer' });
  await list.getByText(REPLIES).waitFor();
  await page
    .getByRole('article', { name: 'Mail of Ann Potter' })
    .getByText('reply', { exact: true })
    .waitFor();
  await page.getByRole('button', { name: 'why?' }).first().click();
  await page.getByText('It answers a mail of this conversation.').first().waitFor();
  await page.getByRole('heading', { name: 'Sequences that stand still' }).waitFor();
  await expectAccessible();

  await bySite(pitchIds[1] ?? '', 'bounce, permanent');
  await page.getByText('will not accept mail').first().waitFor();
  await bySite(pitchIds[2] ?? '', 'auto-reply');
  expect(faults).toEqual([]);
}, 120_000);

/** Opens the conversation of a pitch in whichever tab it stands, and looks for what its mail was taken for. */
async function bySite(pitchId: string, taken: string): Promise<void> {
  const { page, context, goTo, expectAccessible } = owner;
  const { items } = await got<{ items: { id: string; state: string }[] }>(
    context.request,
    `/conversations?pitchId=${pitchId}`,
  );
  const [one] = items;
  await goTo(`/inbox?tab=${one?.state}&pitch=${pitchId}&c=${one?.id}`);
  await page.getByRole('article').getByText(taken, { exact: true }).waitFor();
  await expectAccessible();
}

it('is answered in the thread by the keyboard; a doubt about an answer is settled by a person', async () => {
  const { page, context, goTo, expectAccessible, faults } = owner;
  const { items } = await got<{ items: { id: string }[] }>(
    context.request,
    `/conversations?pitchId=${pitchIds[0]}`,
  );
  const opened = `/inbox?pitch=${pitchIds[0]}&c=${items[0]?.id}`;
  await goTo(opened);
  await page.getByRole('article', { name: 'Mail of Ann Potter' }).waitFor();
  await page.keyboard.press('r');
  await page.keyboard.type('Here is the draft.');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Your answer is on its way.').waitFor();
  await app.get(SenderWorker).drain();
  const [first = '', answer = ''] = takenAt(REPLIES);
  expect(answer).toContain('Here is the draft.');
  expect(header(answer, 'References')).toContain(idOf(first));

  // The line breaks after the text: nobody knows whether the second answer arrived.
  const { outboundId } = await send<{ outboundId: string }>(
    context.request,
    `/conversations/${items[0]?.id}/reply`,
    { text: 'And a picture.' },
  );
  await app.database.asOwner(
    `update outbound_messages set state = 'unknown', attempt = 1, claimed_at = $2, in_doubt_at = $2 where id = $1`,
    [outboundId, app.clock.now()],
  );
  await goTo('/today');
  await page.getByRole('link', { name: 'Ann Potter' }).first().waitFor();
  await expectAccessible();
  await goTo('/outbox');
  await page.getByRole('heading', { name: '1 mail in doubt' }).waitFor();
  await expectAccessible();
  await page.getByRole('button', { name: 'Send again' }).click();
  const asking = page.getByRole('dialog', { name: 'Send again' });
  await asking.getByText('gets it twice').waitFor();
  await expectAccessible();
  await asking.getByRole('button', { name: 'Send again' }).click();
  await page.getByText('It is sent again.').waitFor();
  await app.get(SenderWorker).drain();
  expect(takenAt(REPLIES).filter((raw) => raw.includes('And a picture.'))).toHaveLength(1);

  await goTo('/deliverability');
  await page.getByRole('table').getByText('of 20', { exact: false }).first().waitFor();
  await expectAccessible();
  expect(faults).toEqual([]);
}, 120_000);
