import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, it } from '@jest/globals';
import { KilledSender, type SenderWish } from './killed-sender.js';
import { MailPost, type PostPlan } from './mail-post.js';
import { observe } from './observer.js';
import type { FaultPhase } from './sink.js';

const TIMES = { tickMs: 20, buryMs: 50, lookMs: 50, graceMs: 200, lookAgainMs: 60, copyMs: 600_000 };
/** A stop that waits no longer than this for a mail. */
const SHORT_STOP = { ...TIMES, stopMs: 600 };

let post: MailPost;
const senders: KilledSender[] = [];
afterEach(async () => {
  await Promise.all(senders.splice(0).map((sender) => sender.end('SIGKILL')));
  await post.close();
});

/** A post with one mail, and the worker that has it in hand when a phase of its session is reached. */
async function inHandAt(phase: FaultPhase, plan: Omit<PostPlan, 'mailboxes'>, times: SenderWish['times']) {
  let reached = (): void => undefined;
  const isReached = new Promise<void>((done) => {
    reached = done;
  });
  post = await MailPost.open({
    mailboxes: 1,
    ...plan,
    reached: (at) => {
      if (at === phase) reached();
    },
  });
  const [id = ''] = await post.write(1);
  const sender = aSender(times);
  await sender.start();
  await isReached;
  return { id, sender };
}

function aSender(times: SenderWish['times'] = TIMES): KilledSender {
  const sender = new KilledSender(post.database, { data: post.data, connections: 1, times });
  senders.push(sender);
  return sender;
}

/** How a mail stands, and what its mailbox has counted today. */
async function standing(id: string) {
  const [row] = await post.database.asOwner<{
    state: string;
    owner: number | null;
    crashes: number;
    counted: number;
  }>(
    `select o.state, o.owner, o.crashes, coalesce((select sum(d.mails)::int from mailbox_days d), 0) as counted
     from outbound_messages o where o.id = $1`,
    [id],
  );
  return row;
}

/** The next worker ends what the stopped one left; what an outsider sees then. */
async function endedByTheNext(id: string) {
  await aSender().start();
  for (let round = 0; round < 600; round += 1) {
    if (['sent', 'unknown'].includes((await standing(id))?.state ?? '')) break;
    await pause(25);
  }
  return observe(post.database.ownerUrl, join(post.data, 'sink.log'));
}

/** Silent once, where it is said; then a server like any other. */
const silentOnce = (phase: FaultPhase): Pick<PostPlan, 'fault'> => {
  let isSilent = true;
  return {
    fault: (at) => {
      if (at !== phase || !isSilent) return null;
      isSilent = false;
      return { phase, answer: 'silence' };
    },
  };
};
const ONCE = { mails: 1, kept: 1, doubled: [], lost: [], denied: [] };

it('a mail whose answer is on its way: the worker waits for it', async () => {
  const { id, sender } = await inHandAt('dot', { beforeKeep: () => pause(500) }, TIMES);
  expect(await sender.end('SIGTERM')).toBe(0);
  expect(await standing(id)).toEqual({ state: 'sent', owner: null, crashes: 0, counted: 1 });
  expect(await observe(post.database.ownerUrl, join(post.data, 'sink.log'))).toMatchObject(ONCE);
});

it('a server that is silent before the text: the mail goes back, as if nobody had claimed it', async () => {
  const { id, sender } = await inHandAt('rcpt', silentOnce('rcpt'), SHORT_STOP);
  expect(await sender.end('SIGTERM')).toBe(0);
  expect(await standing(id)).toEqual({ state: 'ready', owner: null, crashes: 0, counted: 0 });
  expect(await endedByTheNext(id)).toMatchObject({ ...ONCE, states: { sent: 1 } });
});

it('a server that is silent after the dot: a doubt in nobody’s hands, settled by evidence', async () => {
  const { id, sender } = await inHandAt('dot', silentOnce('dot'), SHORT_STOP);
  expect(await sender.end('SIGTERM')).toBe(0);
  expect(await standing(id)).toMatchObject({ state: 'in_doubt', owner: null, crashes: 0, counted: 1 });
  expect(await endedByTheNext(id)).toMatchObject({ ...ONCE, states: { sent: 1 } });
});

it('a second signal: the end at once, told by the exit code; the next worker sends the mail once', async () => {
  const { id, sender } = await inHandAt('rcpt', silentOnce('rcpt'), { ...TIMES, stopMs: 60_000 });
  // Signals of the same second are one wish.
  const insisting = setInterval(() => sender.signal('SIGTERM'), 300);
  expect(await sender.exit()).toBe(1);
  clearInterval(insisting);
  expect(await endedByTheNext(id)).toMatchObject({ ...ONCE, states: { sent: 1 } });
});
