import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { InboxWorker } from '../../src/modules/inbox/inbox-worker.js';
import { Doubts } from '../../src/modules/sending/doubts.js';
import { SenderWorker } from '../../src/modules/sending/sender-worker.js';
import { JobRuntime } from '../../src/platform/jobs/job-runtime.js';
import { MailServers } from '../builders/mail-server.js';
import { aBounce, aMail } from '../builders/outreach.js';
import type { TestApp } from '../http/app.js';
import { startBuiltApp } from './built-app.js';
import { startChromium } from './chromium.js';
import { hostileHtml, startTrap } from './hostile-mail.js';
import { aSequence, pitchesOf, SITES } from './outreach-seed.js';
import { ask, foundBureau, send, whoIs } from './team.js';
import { aVisitor, type Visitor } from './visitor.js';

const MILA = { address: 'mila@bureau.example', password: 'a password of mila’s own' };
const THEIR = SITES.map((site) => ({ address: `ann.potter@${site}`, password: 'theirs' }));
const [REPLIES = '', BOUNCES = '', AWAY = ''] = SITES;
const SUBJECT_BACK = 'Re: Herons in town';
const SHOWN = ['The kiln is hot.', 'Come and see it.', 'Yours, Ann of the kiln.'];

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
  ({ workspaceId } = await whoIs(as));
  await as.patch('/api/v1/workspace', { data: { postalAddress: 'Canal 1, Amsterdam' } });
  pitchIds = await pitchesOf(as);
  sequenceId = await aSequence(as);
  const box = { ...servers.connection(MILA.address), senderName: 'Mila Bakker', signature: 'Bureau Wind' };
  const pace = { capPerDay: 100, gapSeconds: 0, gapJitterSeconds: 0 };
  ({ id: mailboxId } = await send<{ id: string }>(as, '/mailboxes', { ...box, ...pace }));
  await send(as, `/mailboxes/${mailboxId}/read-history`, { allowed: false });
  await read();
}, 240_000);
afterAll(async () => {
  await browser.close();
  await app.close();
  await servers.close();
});

const read = () => app.get(InboxWorker).readOnce({ workspaceId, mailboxId });
const header = (raw: string, name: string): string =>
  new RegExp(`^${name}: *((?:.|\\r\\n[ \\t])*)`, 'im').exec(raw)?.[1]?.trim() ?? '';
const idOf = (raw: string): string => header(raw, 'Message-ID').replaceAll(/[<>]/g, '');
/** The mails the server took for somebody at a site, oldest first. */
const takenAt = (site: string): string[] =>
  servers.taken.filter(({ to }) => to.includes(`ann.potter@${site}`)).map(({ raw }) => raw.toString());
const theirs = (site: string) => `Ann Potter <ann.potter@${site}>`;

/** The conversation of a pitch, wherever it stands. */
async function conversationOf(no: number): Promise<{ id: string; state: string; lastKind: string }> {
  const found = await ask<{ items: { id: string; state: string; lastKind: string }[] }>(
    owner.context.request,
    `/conversations?pitchId=${pitchIds[no]}`,
  );
  const [one] = found.items;
  if (one === undefined) throw new Error(`There is no conversation of pitch ${no}.`);
  return one;
}

/** The address of a pitch's conversation in whichever tab it stands. */
async function addressOf(no: number): Promise<string> {
  const { id, state } = await conversationOf(no);
  return `/inbox?tab=${state}&pitch=${pitchIds[no]}&c=${id}`;
}

it('twenty pitches are enrolled after a look at every mail', async () => {
  const { page, goTo, expectAccessible, faults } = owner;
  await goTo(`/sequences/enrol?pitches=${pitchIds.join(',')}&sequence=${sequenceId}&mailbox=${mailboxId}`);
  await page.getByText(`This is about ${REPLIES}`).first().waitFor();
  await expectAccessible();
  await page.getByRole('button', { name: 'Enrol 20 pitches' }).click();
  await page.getByRole('progressbar').first().waitFor({ state: 'attached' });
  await app.get(JobRuntime).drain();
  await page.getByText('20 pitches enrolled').first().waitFor();
  expect(faults).toEqual([]);
}, 120_000);

it('what goes next can be read before it goes, by the keyboard too', async () => {
  const { page, goTo, expectAccessible, faults } = owner;
  await goTo('/outbox');
  await page.getByRole('heading', { name: MILA.address }).waitFor();
  await page.getByText('20 mails', { exact: true }).waitFor();
  await expectAccessible();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByText('This is about').waitFor();
  await expectAccessible();
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  expect(faults).toEqual([]);
}, 120_000);

it('each mail leaves once, and stands among what was sent', async () => {
  const { page, goTo, expectAccessible, faults } = owner;
  await app.get(SenderWorker).drain();
  expect(servers.taken.map(({ to }) => to.join()).sort()).toEqual(THEIR.map(({ address }) => address));
  await goTo('/outbox?state=sent');
  const rows = page.getByRole('list', { name: 'Sent' }).getByRole('listitem');
  await rows.nth(19).waitFor();
  expect(await rows.count()).toBe(20);
  await expectAccessible();
  expect(faults).toEqual([]);
}, 120_000);

it('a reply, a bounce and an automatic reply come in, each for its own pitch', async () => {
  const [reply = '', bounced = '', away = ''] = [REPLIES, BOUNCES, AWAY].map((site) =>
    idOf(takenAt(site)[0] ?? ''),
  );
  const inbox = servers.box(MILA.address);
  const to = MILA.address;
  const text = 'Please send a draft. One link in the text is fine, follow.';
  inbox.append(aMail({ from: theirs(REPLIES), to, subject: SUBJECT_BACK, inReplyTo: reply, text }));
  const failure = { status: '5.1.1', diagnostic: '550 5.1.1 User unknown', originalId: bounced };
  inbox.append(aBounce({ to, recipient: `ann.potter@${BOUNCES}`, ...failure }));
  inbox.append(
    aMail({
      from: theirs(AWAY),
      to,
      subject: 'Automatic reply: Herons in town',
      inReplyTo: away,
      text: 'I am out of the office and will read your mail when I am back.',
      headers: { 'Auto-Submitted': 'auto-replied' },
    }),
  );
  app.clock.advance({ minutes: 10 });
  await read();
  const kinds = await Promise.all([0, 1, 2].map(async (no) => (await conversationOf(no)).lastKind));
  expect(kinds).toEqual(['reply', 'bounce', 'auto_reply']);
}, 120_000);

it('the inbox says what each was taken for, and why', async () => {
  const { page, goTo, expectAccessible, faults } = owner;
  await goTo('/inbox');
  const list = page.getByRole('list', { name: 'To answer' });
  await list.getByRole('listitem').filter({ hasText: REPLIES }).getByRole('link').click();
  const mail = page.getByRole('article', { name: 'Mail of Ann Potter' });
  await mail.getByText('reply', { exact: true }).waitFor();
  await mail.getByRole('button', { name: 'why?' }).click();
  await mail.getByText('It answers a mail of this conversation.').waitFor();
  await page.getByRole('heading', { name: 'Sequences that stand still' }).waitFor();
  await expectAccessible();

  await goTo(await addressOf(1));
  await page.getByRole('article').getByText('bounce, permanent', { exact: true }).waitFor();
  await page.getByText('will not accept mail').first().waitFor();
  await page.getByText('there is nobody to answer').waitFor();
  await expectAccessible();

  await goTo(await addressOf(2));
  await page.getByRole('article').getByText('auto-reply', { exact: true }).waitFor();
  await expectAccessible();
  expect(faults).toEqual([]);
}, 120_000);

it('a reply is answered in its thread by the keyboard', async () => {
  const { page, goTo, faults } = owner;
  await goTo(await addressOf(0));
  await page.getByRole('article', { name: 'Mail of Ann Potter' }).waitFor();
  await pressUntilFocused(page, 'r', page.getByRole('textbox', { name: 'Answer Ann Potter…' }));
  await page.keyboard.type('Here is the draft.');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Your answer is on its way.').waitFor();
  await app.get(SenderWorker).drain();
  const [first = ''] = takenAt(REPLIES);
  const answer = takenAt(REPLIES).find((raw) => raw.includes('Here is the draft.')) ?? '';
  expect(header(answer, 'References')).toContain(idOf(first));
  expect(faults).toEqual([]);
}, 120_000);

it('a mail whose server hung up before its answer is a doubt, shown on Today and settled by a person', async () => {
  const { page, goTo, expectAccessible, faults } = owner;
  await leavesUnanswered('And a picture.');
  await leavesUnanswered('And its caption.');
  await goTo('/today');
  await page.getByRole('link', { name: 'Ann Potter' }).first().waitFor();
  await expectAccessible();
  await goTo('/outbox');
  await page.getByRole('heading', { name: '2 mails in doubt' }).waitFor();
  await page.getByText('and not found').first().waitFor();
  await expectAccessible();
  await page.getByRole('button', { name: 'It was sent' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'It was sent' }).click();
  await page.getByRole('heading', { name: '1 mail in doubt' }).waitFor();
  await page.getByRole('button', { name: 'Send again' }).click();
  const asking = page.getByRole('dialog', { name: 'Send again' });
  await asking.getByText('gets it twice').waitFor();
  await expectAccessible();
  await asking.getByRole('button', { name: 'Send again' }).click();
  await page.getByText('It is sent again.').waitFor();
  await app.get(SenderWorker).drain();
  expect(idsWith('And a picture.')).toHaveLength(1);
  const [first, second, ...more] = idsWith('And its caption.');
  expect([second, more]).toEqual([first, []]);
  expect(faults).toEqual([]);
}, 120_000);

/** An answer that its server takes without saying so; two looks into Sent find nothing. */
async function leavesUnanswered(text: string): Promise<void> {
  const { id } = await conversationOf(0);
  servers.hangsUpAfter = ({ raw }) => raw.includes(text);
  await send(owner.context.request, `/conversations/${id}/reply`, { text });
  await app.get(SenderWorker).drain();
  servers.hangsUpAfter = () => false;
  for (const minutes of [16, 11]) {
    app.clock.advance({ minutes });
    await app.get(Doubts).round();
  }
}

/** The ids under which the server took this text, oldest first. */
const idsWith = (text: string): string[] =>
  takenAt(REPLIES)
    .filter((raw) => raw.includes(text))
    .map(idOf);

it('a hostile mail shows its words, runs nothing and asks no other host', async () => {
  const { page, context, goTo, faults } = owner;
  const trap = await startTrap();
  const html = hostileHtml(trap);
  const other = await context.newPage();
  // The trap catches: the same page without any care runs, and asks.
  await Promise.all([
    other.waitForRequest(`${trap.url}/ran`),
    other.setContent(html, { waitUntil: 'commit' }),
  ]);
  await other.goto('about:blank');
  expect(trap.asked.splice(0)).toContain('/pixel.gif');

  const [wrote = '', inReplyTo] = [SITES[3], idOf(takenAt(SITES[3] ?? '')[0] ?? '')];
  const plain = { from: theirs(wrote), to: MILA.address, subject: SUBJECT_BACK, inReplyTo, text: html };
  const headers = { 'Content-Type': 'text/html; charset=utf-8' };
  servers.box(MILA.address).append(aMail({ ...plain, headers }));
  await read();
  await goTo(await addressOf(3));
  await page.getByRole('button', { name: 'Show as it was laid out' }).first().click();
  const frame = page.frameLocator('iframe[title="The mail as it was laid out"]');
  for (const words of SHOWN) await frame.getByText(words).waitFor();
  await page.screenshot();

  const { id } = await conversationOf(3);
  const { messages } = await ask<{ messages: { id: string; direction: string }[] }>(
    context.request,
    `/conversations/${id}`,
  );
  const mail = messages.find(({ direction }) => direction === 'in');
  await other.goto(`/api/v1/inbound-messages/${mail?.id}/html`, { waitUntil: 'load' });
  for (const words of SHOWN) await other.getByText(words).waitFor();
  await other.screenshot();
  await other.close();
  await trap.close();
  expect(trap.asked).toEqual([]);
  expect(faults).toEqual([]);
}, 120_000);

it('deliverability counts what left', async () => {
  const { page, goTo, expectAccessible, faults } = owner;
  await goTo('/deliverability');
  await page.getByRole('table').getByText('of 20', { exact: false }).first().waitFor();
  await expectAccessible();
  expect(faults).toEqual([]);
}, 60_000);

/** Presses a key until a field has the keyboard: a screen listens to the keys a moment after it is there, so a quick press may be lost. */
async function pressUntilFocused(page: Page, key: string, field: Locator): Promise<void> {
  await field.waitFor();
  const isFocused = () => field.evaluate((node) => node === node.ownerDocument.activeElement);
  for (let press = 1; press <= 20 && !(await isFocused()); press += 1) {
    await page.keyboard.press(key);
    await page
      .waitForFunction('document.activeElement?.tagName === "TEXTAREA"', null, { timeout: 1000 })
      .catch(() => null);
  }
  expect(await isFocused()).toBe(true);
}
