import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
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

/** The long run takes every point with every answer, kept and not kept; that of every day each point and each answer once. */
const isFull = process.env['KILL_RUN'] === 'full';
const ALL = POINTS.flatMap((point) =>
  ANSWERS.flatMap((answer) => [true, false].map((isStored) => [point, answer, isStored] as const)),
);
const SHORT = POINTS.map(
  (point, at) => [point, ANSWERS[at % ANSWERS.length] ?? '250', at % 2 === 0] as const,
);
const rows = isFull ? ALL : SHORT;

let post: MailPost;
let sender: KilledSender;
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
});
afterAll(() => post.close());

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

it.each(rows)('%s, %s, kept: %s', async (point, answer, isStored) => {
  current = { answer, isStored, killAt: AT_SERVER[point] ?? null };
  const wish: SenderWish = { data: post.data, connections: 1, times: TIMES, deadlines: { dotMs: 150 } };
  const dieAt = point in AT_SERVER ? {} : { dieAt: point as SenderPoint };
  const [id = ''] = await post.write(1);
  sender = new KilledSender(post.database, wish);
  await sender.start(dieAt);
  const end = await Promise.race([sender.exit().then(() => 'dead' as const), over(id)]);
  await sender.end('SIGKILL');
  current.killAt = null;
  await sender.start();
  const state = await over(id);
  await sender.end('SIGKILL');
  const seen = await observe(post.database.ownerUrl, join(post.data, 'sink.log'));
  expect(seen.doubled).toEqual([]);
  expect(seen.lost).toEqual([]);
  expect(seen.denied).toEqual([]);
  expect(['sent', 'failed']).toContain(state);
  // A point that is never reached would prove nothing: only an answer that is lost leaves no answer to die at.
  const isSilent = ['silence', 'rst', 'garbage'].includes(answer) || answer === '4xx' || answer === '5xx';
  if (!(isSilent && point === 'before_final_commit')) expect(end).toBe('dead');
});

/** Waits until a mail is done with, its later tries brought forward; its state then. */
async function over(id: string): Promise<string> {
  for (;;) {
    const [row] = await post.database.asOwner<{ state: string }>(
      'select state from outbound_messages where id = $1',
      [id],
    );
    if (row !== undefined && ['sent', 'failed', 'unknown'].includes(row.state)) return row.state;
    await post.database.asOwner(
      `update outbound_messages set not_before = now() where id = $1 and state in ('ready', 'deferred')`,
      [id],
    );
    await pause(25);
  }
}
