import { afterEach, expect, it } from '@jest/globals';
import { SenderLock } from '../../src/modules/sending/sender-lock.js';
import { SenderWorker } from '../../src/modules/sending/sender-worker.js';
import { SentCopies } from '../../src/modules/sending/sent-copies.js';
import { FixedClock } from '../../src/platform/clock/clock.js';
import { type SendingProcess, startSending } from '../database/sending.js';
import { MailPost } from './mail-post.js';

/** A post whose server keeps copies of what it takes while `keeps` says so, and two senders. */
let post: MailPost;
let keeps: boolean;
let clock: FixedClock;
const processes: SendingProcess[] = [];

async function open(plan: { keeps: boolean }): Promise<void> {
  keeps = plan.keeps;
  post = await MailPost.open({ mailboxes: 1, keepsCopies: () => keeps });
  await post.database.asOwner(`update mailboxes set sent_copy = 'unknown', sent_copy_seen = 0`);
  clock = new FixedClock(new Date(Date.now() + 60_000));
  const settings = { LINKLEDGER_DATA_DIR: post.data, LINKLEDGER_FETCH_ALLOW: '127.0.0.1/32' };
  while (processes.length < 2) {
    const one = await startSending(post.database, clock, { settings });
    await one.get(SenderLock).start();
    processes.push(one);
  }
}
afterEach(async () => {
  await Promise.all(processes.splice(0).map((one) => one.close()));
  await post.close();
});

async function send(many: number): Promise<void> {
  await post.write(many);
  await processes[0]?.get(SenderWorker).drain();
  clock.advance({ minutes: 2 });
}
const round = (): Promise<unknown> => Promise.all(processes.map((one) => one.get(SentCopies).round()));
/** Message-IDs of the copies that were put into Sent, in order. */
const copies = (): string[] =>
  post.sent.appended.map((copy) => /^Message-ID: <([^>]+)>/im.exec(copy)?.[1] ?? '').sort();
const sent = (): string[] => post.sink.kept.map(({ messageId }) => messageId).sort();
const standing = async (): Promise<unknown> =>
  (await post.database.asOwner('select sent_copy as by, sent_copy_seen as seen from mailboxes'))[0];

it('a server that keeps no copies gets one of each mail, however many senders look', async () => {
  await open({ keeps: false });
  await send(3);
  await round();
  await round();
  expect(sent()).toHaveLength(3);
  expect(copies()).toEqual(sent());
  expect(post.sent.appended[0]).toContain('Some words of mail');
  expect(await standing()).toEqual({ by: 'by_us', seen: 0 });
});

it('a copy that was refused is put there the next time, once', async () => {
  await open({ keeps: false });
  await send(1);
  post.sent.refusals = 1;
  await round();
  expect(copies()).toEqual([]);
  await round();
  await round();
  expect(copies()).toEqual(sent());
});

it('a server that keeps copies gets none, also when it is slow with one; a copy it forgets is put there', async () => {
  await open({ keeps: true });
  await send(2);
  await round();
  expect(await standing()).toEqual({ by: 'unknown', seen: 2 });
  keeps = false;
  await send(1);
  await round();
  keeps = true;
  await round();
  expect(copies()).toEqual([]);
  expect(await standing()).toEqual({ by: 'unknown', seen: 3 });
  keeps = false;
  await send(1);
  clock.advance({ minutes: 10 });
  await round();
  await round();
  expect(copies()).toHaveLength(1);
  expect(await standing()).toEqual({ by: 'by_us', seen: 0 });
});
