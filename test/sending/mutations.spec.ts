import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, it } from '@jest/globals';
import { KilledSender, type SenderWish } from './killed-sender.js';
import { MailPost, type PostPlan } from './mail-post.js';
import { type Observation, observe } from './observer.js';

/** How long the server takes over the dot after the death. */
const SLOW_SERVER_MS = 700;

/** Each rule of the sender is taken out once: the same happenings then double a mail, and do not with the rule in place. */
type Without = NonNullable<SenderWish['without']>;

const TIMES = {
  tickMs: 20,
  buryMs: 50,
  lookMs: 50,
  graceMs: 4000,
  lookAgainMs: 100,
  copyMs: 600_000,
  doubtsToPause: 1_000_000,
  crashesToQuarantine: 1_000,
};
let post: MailPost | null = null;
const senders: KilledSender[] = [];
afterEach(async () => {
  await Promise.all(senders.splice(0).map((sender) => sender.end('SIGKILL')));
  await post?.close();
  post = null;
});

async function open(plan: Omit<PostPlan, 'mailboxes'>): Promise<MailPost> {
  post = await MailPost.open({ mailboxes: 1, ...plan });
  return post;
}

function opened(): MailPost {
  if (post === null) throw new Error('no post');
  return post;
}

function aSender(wish: Partial<SenderWish>): KilledSender {
  const { database, data } = opened();
  const times = { ...TIMES, ...wish.times };
  const sender = new KilledSender(database, { data, connections: 1, ...wish, times });
  senders.push(sender);
  return sender;
}

async function untilSent(): Promise<Observation> {
  const { database, data } = opened();
  for (let round = 0; round < 600; round += 1) {
    const open = await database.asOwner(`select 1 from outbound_messages where state <> 'sent'`);
    if (open.length === 0) break;
    await database.asOwner(
      `update outbound_messages set not_before = now() where state in ('ready', 'deferred')`,
    );
    await pause(50);
  }
  return observe(database.ownerUrl, join(data, 'sink.log'));
}

/** The sender dies when the server has the whole mail and not yet kept it; another one is there already. */
async function deathAfterTheDot(without: Without | null): Promise<Observation> {
  let isFirst = true;
  const mutation = without === null ? {} : { without };
  const here = await open({
    beforeKeep: async () => {
      if (!isFirst) return;
      isFirst = false;
      await aSender(mutation).start();
      senders[0]?.signal('SIGKILL');
      // A slow server: with a rule missing it keeps the mail when that has let it be sent once more.
      await (without === null ? pause(SLOW_SERVER_MS) : until(here, 'attempt > 1'));
    },
  });
  await here.write(1);
  await aSender(mutation).start();
  return untilSent();
}

/** A resolver looks, falls asleep, and writes what it saw when the mail is on its way once more. */
async function sleepyResolver(without: Without | null): Promise<Observation> {
  let tries = 0;
  const here = await open({
    fault: (phase) => {
      if (phase !== 'dot') return null;
      tries += 1;
      // The first try is lost without being kept, the second is kept and its answer lost.
      if (tries === 1) return { phase, answer: 'rst' };
      return tries === 2 ? { phase, answer: 'rst', isStored: true } : null;
    },
  });
  await here.write(1);
  const mutation = without === null ? {} : { without };
  const sleepy = aSender({ ...mutation, isSleepy: true });
  await sleepy.start();
  await sleepy.says('looked');
  const quick = aSender(mutation);
  await quick.start();
  await until(here, `attempt = 2 and state = 'in_doubt'`);
  await quick.end('SIGKILL');
  await until(here, `attempt = 2 and state = 'in_doubt' and owner is null`);
  sleepy.signal('SIGUSR2');
  return untilSent();
}

async function until(here: MailPost, condition: string): Promise<void> {
  while ((await here.database.asOwner(`select 1 from outbound_messages where ${condition}`)).length === 0)
    await pause(20);
}

it.each<[Without]>([['commit'], ['grace']])(
  'death after the dot, without the %s: the mail comes twice',
  async (without) => {
    expect((await deathAfterTheDot(without)).doubled).toHaveLength(1);
  },
);

it('death after the dot: the mail comes once', async () => {
  expect(await deathAfterTheDot(null)).toMatchObject({ doubled: [], lost: [], mails: 1 });
});

it('a sleepy resolver, without the attempt number: the mail comes twice', async () => {
  expect((await sleepyResolver('attempt')).doubled).toHaveLength(1);
});

it('a sleepy resolver: the mail comes once', async () => {
  expect(await sleepyResolver(null)).toMatchObject({ doubled: [], lost: [], mails: 1 });
});
