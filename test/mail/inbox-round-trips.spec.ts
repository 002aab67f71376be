import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { InboxWorker } from '../../src/modules/inbox/inbox-worker.js';
import { SenderWorker } from '../../src/modules/sending/sender-worker.js';
import { aBrand } from '../builders/agency.js';
import { aCampaign, aMailableContact, aPitch } from '../builders/campaigns.js';
import { MailServers } from '../builders/mail-server.js';
import { aMailbox, pitched, plainSteps, read, sendAs } from '../builders/outreach.js';
import { aSequence, enrolled } from '../builders/sequences.js';
import { startApp, type TestApp } from '../http/app.js';
import type { Answer } from '../http/browser.js';
import { type Person, setUp } from '../http/people.js';
import { answer, MILA } from './inbox-desk.js';

const ANN = { address: 'ann.potter@kiln.example', password: 'a password of ann’s own' };
/** Twenty with `npm run test:renumbering`; a few are enough to see it go wrong. */
const CHANGES = process.env['RENUMBERING_RUN'] === 'full' ? 20 : 4;

let app: TestApp;
let servers: MailServers;
let owner: Person;
let mailboxId: string;
let campaignId: string;
let sequenceId: string;
beforeAll(async () => {
  servers = await MailServers.start([MILA, ANN], { keepsSent: true });
  app = await startApp({ settings: { LINKLEDGER_FETCH_ALLOW: '127.0.0.1/32' } });
  owner = await setUp(app);
  await owner.browser.patch('/workspace', { postalAddress: 'Canal 1, Amsterdam' });
  const heron = await aBrand(owner, 'heron');
  campaignId = String((await aCampaign(owner, heron.brandId)).id);
  sequenceId = String((await aSequence(owner, await plainSteps(owner))).id);
  mailboxId = await aMailbox(owner, servers, MILA.address);
  await owner.browser.post(`/mailboxes/${mailboxId}/read-history`, { allowed: false });
  await read(app, owner, mailboxId);
});
afterAll(async () => {
  await app.close();
  await servers.close();
});

const first = async (query: string): Promise<Answer['body']> =>
  (await owner.browser.get(`/conversations?${query}`)).body.items[0];
const header = (raw: string, name: string): string =>
  new RegExp(`^${name}: *((?:.|\\r\\n[ \\t])*)`, 'im').exec(raw)?.[1]?.trim() ?? '';
const count = async (sql: string): Promise<number> => {
  const [row] = await app.database.asOwner<{ n: number }>(`select count(*)::int as n from ${sql}`, []);
  return row?.n ?? -1;
};
/** Waits for what a running worker brings about; how long it takes fails nothing. */
async function until<Found>(look: () => Promise<Found | undefined>): Promise<Found> {
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

it('a mail leaves through SMTP, is answered, the answer is found by IMAP, answered in the thread, and matched again', async () => {
  const contactId = await aMailableContact(owner, 'kiln.example', 'Ann Potter');
  const pitch = await aPitch(owner, campaignId, { siteAddress: 'kiln.example', contactIds: [contactId] });
  await enrolled(owner, { sequenceId, mailboxId, pitchIds: [String(pitch.id)] });
  await app.get(SenderWorker).drain();
  const [arrived] = servers.box(ANN.address).messages();
  const ours = header(String(arrived?.raw), 'Message-ID');
  expect(ours).toMatch(/^<[a-z2-7]{32}@agency\.example>$/);

  const subject = `Re: ${header(String(arrived?.raw), 'Subject')}`;
  const theirs = await sendAs(servers, ANN, {
    to: MILA.address,
    subject,
    text: 'Please send a draft.',
    inReplyTo: ours,
    references: [ours],
  });
  app.clock.advance({ minutes: 1 });
  await read(app, owner, mailboxId);
  const conversation = await first(`pitchId=${String(pitch.id)}`);
  expect(conversation).toMatchObject({ state: 'to_answer', from: { address: ANN.address } });
  const flags = servers
    .box(MILA.address)
    .messages()
    .flatMap((message) => message.flags);
  expect(flags.filter((flag) => flag !== '\\Recent')).toEqual([]);

  app.clock.advance({ minutes: 10 });
  const replied = await owner.browser.post(`/conversations/${String(conversation.id)}/reply`, {
    text: 'Here it is.',
  });
  expect(replied.status).toBe(201);
  await app.get(SenderWorker).drain();
  const back = String(servers.box(ANN.address).messages()[1]?.raw);
  expect(header(back, 'In-Reply-To')).toBe(theirs);
  expect(header(back, 'References').split(/\s+/)).toEqual([ours, theirs]);
  expect(header(back, 'Subject')).toBe(subject);
  expect(await first(`pitchId=${String(pitch.id)}`)).toMatchObject({ state: 'waiting' });

  await sendAs(servers, ANN, {
    to: MILA.address,
    subject,
    text: 'Thanks!',
    inReplyTo: header(back, 'Message-ID'),
  });
  app.clock.advance({ minutes: 1 });
  await read(app, owner, mailboxId);
  const { body } = await owner.browser.get(`/conversations/${String(conversation.id)}`);
  expect(body.state).toBe('to_answer');
  expect(body.messages.map((mail: Answer['body']) => mail.direction)).toEqual(['out', 'in', 'out', 'in']);
});

it('a reader in IDLE hears of mail at once, and on demand', async () => {
  const one = await pitched(app, owner, { campaignId, sequenceId, mailboxId, siteAddress: 'idle.example' });
  const worker = app.get(InboxWorker);
  await worker.start();
  const seen = (text: string) => async (): Promise<true | undefined> =>
    (await count(`inbound_messages where body_text = '${text}'`)) > 0 ? true : undefined;
  const from = await until(async () => ((await count('mailbox_leases')) > 0 ? true : undefined));
  expect(from).toBe(true);
  servers.box(MILA.address).append(answer(one, 'woken by idle'));
  expect(await until(seen('woken by idle'))).toBe(true);
  servers.box(MILA.address).append(answer(one, 'woken on demand'), 'Junk');
  expect((await owner.browser.post('/inbox/poll', {})).status).toBe(202);
  expect(await until(seen('woken on demand'))).toBe(true);
  servers.box(MILA.address).cut();
  servers.box(MILA.address).append(answer(one, 'after the line broke'));
  expect(await until(seen('after the line broke'))).toBe(true);
  await worker.stop();
  expect(await count('mailbox_leases')).toBe(0);
}, 60_000);

describe('a folder whose numbering changes', () => {
  it(`${CHANGES} times is read again each time, and nothing is done twice`, async () => {
    const one = await pitched(app, owner, {
      campaignId,
      sequenceId,
      mailboxId,
      siteAddress: 'renumbered.example',
    });
    const box = servers.box(MILA.address);
    box.append(answer(one, 'Once.'));
    await read(app, owner, mailboxId);
    const kept = async (): Promise<number[]> => [
      await count('inbound_messages'),
      await count('mail_facts_done'),
      await count('touches'),
      await count(`events where kind like 'mail.%'`),
    ];
    const before = await kept();
    for (let change = 1; change <= CHANGES; change += 1) {
      app.clock.advance({ hours: 9 });
      box.renumber(5000 + change);
      await read(app, owner, mailboxId);
    }
    expect(await kept()).toEqual(before);
    expect(await count(`mailbox_folders where path = 'INBOX' and generation = ${CHANGES + 1}`)).toBe(1);
    box.append(answer(one, 'After all.'));
    await read(app, owner, mailboxId);
    expect(await count(`inbound_messages where body_text = 'After all.'`)).toBe(1);
  });

  it('more than three times a day pauses the mailbox and says so', async () => {
    const box = servers.box(MILA.address);
    app.clock.advance({ days: 2 });
    for (const change of [1, 2, 3]) {
      box.renumber(9000 + change);
      await read(app, owner, mailboxId);
    }
    box.renumber(9004);
    await expect(read(app, owner, mailboxId)).rejects.toThrow('uid_validity_unstable');
    expect(await count(`mailboxes where state = 'paused' and pause_code = 'uid_validity_unstable'`)).toBe(1);
  });
});
