import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { InboxPolls } from '../../src/modules/inbox/inbox-polls.service.js';
import { InboxWorker } from '../../src/modules/inbox/inbox-worker.js';
import { MailboxLeases } from '../../src/modules/inbox/mailbox-leases.repository.js';
import { MailboxRound } from '../../src/modules/inbox/mailbox-round.js';
import { Notify } from '../../src/platform/events/notify.js';
import { Log } from '../../src/platform/logging/log.js';
import { aWire } from '../builders/cut-wire.js';
import { MailServers } from '../builders/mail-server.js';
import { aMail, aMailbox } from '../builders/outreach.js';
import { startApp, type TestApp } from '../http/app.js';
import { type Person, setUp } from '../http/people.js';
import { SHORT } from './hostile-desk.js';

const MILA = { address: 'mila@agency.example', password: 'a password of mila’s own' };

const wire = aWire();
let app: TestApp;
let servers: MailServers;
let owner: Person;
let mailboxId: string;
beforeAll(async () => {
  servers = await MailServers.start([MILA]);
  app = await startApp({ settings: { LINKLEDGER_FETCH_ALLOW: '127.0.0.1/32' }, reach: wire.through });
  owner = await setUp(app);
  mailboxId = await aMailbox(owner, servers, MILA.address);
});
afterAll(async () => {
  await app.close();
  await wire.cut();
  await servers.close();
});

const aWorker = (): InboxWorker =>
  new InboxWorker(
    app.get(MailboxLeases),
    app.get(MailboxRound),
    app.get(InboxPolls),
    SHORT,
    app.get(Notify),
    app.get(Log),
  );
const arrive = (subjects: readonly string[]): void => {
  for (const subject of subjects)
    servers
      .box(MILA.address)
      .append(aMail({ from: 'ann@pond.example', to: MILA.address, subject, text: `About ${subject}.` }));
};
const kept = async (like: string): Promise<string[]> =>
  (
    await app.database.asOwner<{ subject: string }>(
      `select subject from inbound_messages where subject like $1 and rule <> 'failed' order by subject`,
      [like],
    )
  ).map(({ subject }) => subject);
const until = async (look: () => Promise<boolean>): Promise<void> => {
  while (!(await look())) await new Promise((resolve) => setTimeout(resolve, 20));
};
const names = (word: string, count: number): string[] =>
  Array.from({ length: count }, (_, no) => `${word} ${String(no + 1).padStart(2, '0')}`);

it('two workers read each mail of a mailbox once, one of them at a time', async () => {
  const workers = [aWorker(), aWorker()];
  await Promise.all(workers.map((worker) => worker.start()));
  arrive(names('both', 12));
  await until(async () => (await kept('both%')).length === 12);
  const leases = await app.database.asOwner('select owner from mailbox_leases where mailbox_id = $1', [
    mailboxId,
  ]);
  expect(leases).toHaveLength(1);
  await workers[0]?.stop();
  arrive(names('one left', 3));
  await until(async () => (await kept('one left%')).length === 3);
  await workers[1]?.stop();
  expect(await kept('both%')).toEqual(names('both', 12));
  expect(await kept('one left%')).toEqual(names('one left', 3));
}, 60_000);

it('the database going away in the middle of a reading loses no mail, and keeps none twice', async () => {
  const worker = aWorker();
  arrive(names('cut', 30));
  await worker.start();
  for (const share of [3, 12, 22]) {
    await until(async () => (await kept('cut%')).length >= share);
    await wire.cut();
    await wire.mend();
  }
  await until(async () => (await kept('cut%')).length >= 30);
  await worker.stop();
  expect(await kept('cut%')).toEqual(names('cut', 30));
  const [trouble] = await app.database.asOwner<{ n: number }>(
    `select count(*)::int as n from inbound_messages where kind = 'unparsed'`,
    [],
  );
  expect(trouble?.n).toBe(0);
}, 90_000);

it('of a large mail the words are read and the attachments are left where they are', async () => {
  const raw = [
    'From: Ann <ann@pond.example>',
    `To: ${MILA.address}`,
    'Subject: large',
    'Message-ID: <large@pond.example>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'The words of a large mail.',
    '--b',
    'Content-Type: application/pdf; name=rates.pdf',
    'Content-Disposition: attachment; filename=rates.pdf',
    'Content-Transfer-Encoding: base64',
    '',
    ...Array.from({ length: 12_000 }, () => 'QUJD'.repeat(18)),
    '--b--',
    '',
  ].join('\r\n');
  servers.box(MILA.address).append(raw);
  await app.get(InboxWorker).readOnce({ workspaceId: owner.workspaceId, mailboxId });
  const [mail] = await app.database.asOwner<{ text: string; kind: string; attachments: { size: number }[] }>(
    `select body_text as text, kind, attachments from inbound_messages where subject = 'large'`,
    [],
  );
  expect(mail).toMatchObject({ kind: 'reply', text: 'The words of a large mail.' });
  expect(mail?.attachments.every(({ size }) => size < 1_000)).toBe(true);
});
