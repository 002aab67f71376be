import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { KilledSender, type SenderPoint, type SenderWish } from './killed-sender.js';
import { MailPost } from './mail-post.js';
import { observe } from './observer.js';
import type { FaultAnswer, FaultPhase, SinkFault } from './sink.js';

/** Thirteen points of a try: seven a sender is made to die at itself, six at which the server has it killed. */
type Point =
  | SenderPoint
  | 'connected'
  | 'after_auth'
  | 'after_mail'
  | 'after_rcpt'
  | 'mid_body'
  | 'after_dot';
const AT_SERVER: Readonly<Partial<Record<Point, FaultPhase>>> = {
  connected: 'connect',
  after_auth: 'mail',
  after_mail: 'rcpt',
  after_rcpt: 'data',
  mid_body: 'body',
  after_dot: 'dot',
};
const POINTS: readonly Point[] = [
  'after_claim',
  'connected',
  'after_auth',
  'after_mail',
  'after_rcpt',
  'on_354',
  'after_commit',
  'mid_body',
  'before_dot',
  'after_dot',
  'answer_received',
  'before_final_commit',
  'after_final_commit',
];
/** What the server says to the mail, where it comes to that. */
const ANSWERS: readonly (FaultAnswer | '250')[] = ['250', '4xx', '5xx', 'silence', 'rst', 'garbage'];

/** `npm run test:kill-points` takes every point with every answer, kept and not kept; the tests of every day each point and each answer once. */
const isFull = process.env['KILL_RUN'] === 'full';
const ALL = POINTS.flatMap((point) =>
  ANSWERS.flatMap((answer) => [true, false].map((isStored) => [point, answer, isStored] as const)),
);
const SHORT = POINTS.map(
  (point, at) => [point, ANSWERS[at % ANSWERS.length] ?? '250', at % 2 === 0] as const,
);
const rows = isFull ? ALL : SHORT;
/** A row takes a second or two; one that takes this long is stuck. */
const LONGEST_ROW_MS = 45_000;

let post: MailPost;
/** Dies in each row. */
let sender: KilledSender;
/** Lives through all of them, asleep until the other one is dead: a start of its own in each row would be most of the run. */
let survivor: KilledSender;
let current: { answer: FaultAnswer | '250'; isStored: boolean; killAt: FaultPhase | null };
beforeAll(async () => {
  post = await MailPost.open({
    mailboxes: 1,
    fault: (phase) => (phase === 'dot' ? faultOf() : null),
    reached: (phase) => {
      if (phase === current.killAt) {
        current.killAt = null;
        sender.signal('SIGKILL');
      }
    },
  });
  const wish: SenderWish = { data: post.data, connections: 1, times: TIMES, deadlines: { dotMs: 150 } };
  sender = new KilledSender(post.database, wish);
  survivor = new KilledSender(post.database, wish);
  await survivor.start();
  survivor.signal('SIGSTOP');
});
afterEach(async () => {
  await sender.end('SIGKILL');
});
afterAll(async () => {
  await survivor.end('SIGKILL');
  await post.close();
});

function faultOf(): SinkFault | null {
  const { answer, isStored } = current;
  // The answer goes wrong once; what is tried again is taken.
  current = { answer: '250', isStored: true, killAt: current.killAt };
  return answer === '250'
    ? null
    : { phase: 'dot', answer, isStored: isStored && answer !== '4xx' && answer !== '5xx' };
}

const TIMES = {
  tickMs: 20,
  buryMs: 60,
  lookMs: 80,
  graceMs: 300,
  lookAgainMs: 60,
  copyMs: 600_000,
  doubtsToPause: 1_000_000,
  crashesToQuarantine: 1_000,
};

it.each(rows)(
  '%s, %s, kept: %s',
  async (point, answer, isStored) => {
    current = { answer, isStored, killAt: AT_SERVER[point] ?? null };
    const [id = ''] = await post.write(1);
    await sender.start(point in AT_SERVER ? {} : { dieAt: point as SenderPoint });
    const death = sender.exit();
    // A point that is never reached would prove nothing: only an answer that is lost leaves no answer to die at.
    const isLost = point === 'before_final_commit' && answer !== '250';
    if (isLost) await Promise.race([death, over(id)]);
    else await within(death, id);
    await sender.end('SIGKILL');
    current.killAt = null;
    survivor.signal('SIGCONT');
    const state = await over(id);
    survivor.signal('SIGSTOP');
    const seen = await observe(post.database.ownerUrl, join(post.data, 'sink.log'));
    expect(seen).toMatchObject({ doubled: [], lost: [], denied: [] });
    expect(['sent', 'failed']).toContain(state);
  },
  LONGEST_ROW_MS * 3,
);

/** Waits for a death that must come; says what became of the mail where it does not. */
async function within<End>(end: Promise<End>, id: string): Promise<End> {
  const late = new AbortController();
  const stuck = pause(LONGEST_ROW_MS, undefined, { signal: late.signal }).then(async () => {
    throw new Error(`nobody died in ${String(LONGEST_ROW_MS)} ms; the mail: ${await standing(id)}`);
  });
  stuck.catch(() => undefined);
  return Promise.race([end, stuck]).finally(() => late.abort());
}

/** Waits until a mail is done with, its later tries brought forward; its state then. */
async function over(id: string): Promise<string> {
  const end = performance.now() + LONGEST_ROW_MS;
  while (performance.now() < end) {
    const [row] = await post.database.asOwner<{ state: string }>(
      'select state from outbound_messages where id = $1',
      [id],
    );
    if (row !== undefined && ['sent', 'failed', 'unknown'].includes(row.state)) return row.state;
    await post.database.asOwner(
      `update outbound_messages set not_before = now() where id = $1 and state in ('ready', 'deferred') and not_before > now()`,
      [id],
    );
    await pause(25);
  }
  throw new Error(`not done with in ${String(LONGEST_ROW_MS)} ms: ${await standing(id)}`);
}

async function standing(id: string): Promise<string> {
  const rows = await post.database.asOwner(
    `select state, attempt, owner, hold_code, failure_code, crashes, looks, not_before, now() from outbound_messages where id = $1`,
    [id],
  );
  return JSON.stringify(rows[0]);
}
