import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { KilledSender, type SenderWish } from './killed-sender.js';
import { MailPost } from './mail-post.js';
import { type Observation, observe } from './observer.js';
import type { FaultPhase, SinkFault } from './sink.js';

export interface KillPlan {
  readonly kills: number;
  /** At least so many mails; more are written while it goes on, so that there is always work. */
  readonly mails: number;
  readonly senders: number;
  /** Longest life of a sender in phases of sessions; a mail has seven. */
  readonly beats: number;
  /** Longest random wait of the server before a mail is kept, and again before its answer. */
  readonly slowMs: number;
  readonly graceMs: number;
  readonly faultRate: number;
  /** A run that takes longer has failed; what was left open is told. */
  readonly longestMs: number;
  readonly without?: SenderWish['without'];
}

export interface KillReport extends Observation {
  readonly kills: number;
  readonly seconds: number;
  readonly quarantined: number;
}

const MAILBOXES = 24;
/** Longest wait for work that a sender may be killed in. */
const LONGEST_LIFE_MS = 3_000;
const DEADLINES = { dotMs: 1500, commandMs: 3000, greetingMs: 3000 };

/** Senders send while they are killed again and again; at the end everything is allowed to settle, and an outsider compares. */
export async function killSending(plan: KillPlan): Promise<KillReport> {
  const began = performance.now();
  const pulse = new Pulse();
  const post = await MailPost.open({
    mailboxes: MAILBOXES,
    slowMs: plan.slowMs,
    fault: faults(plan.faultRate),
    reached: () => pulse.beat(),
  });
  const wish: SenderWish = {
    data: post.data,
    times: times(plan),
    deadlines: DEADLINES,
    ...(plan.without === undefined ? {} : { without: plan.without }),
  };
  const senders = Array.from({ length: plan.senders }, () => new KilledSender(post.database, wish));
  const person = new Person(post);
  try {
    await post.write(Math.ceil(plan.mails / 2));
    person.start();
    const until = began + plan.longestMs;
    const kills = await harass({ senders, post, pulse, until }, plan);
    await settle(post, until, kills);
    await person.stop();
    return {
      ...(await observe(post.database.ownerUrl, join(post.data, 'sink.log'))),
      kills,
      quarantined: person.released,
      seconds: Math.round((performance.now() - began) / 1000),
    };
  } finally {
    await person.stop();
    await Promise.all(senders.map((sender) => sender.end('SIGKILL')));
    await post.close();
  }
}

function times({ graceMs }: KillPlan): Record<string, number> {
  return {
    tickMs: 40,
    buryMs: 250,
    lookMs: 300,
    graceMs,
    lookAgainMs: 250,
    copyMs: 600_000,
    doubtsToPause: 1_000_000,
    stopMs: 5_000,
  };
}

/** What goes wrong of itself: greylisting, a no after the dot, an answer that is lost after the mail was kept or before. */
function faults(rate: number): (phase: FaultPhase) => SinkFault | null {
  return (phase) => {
    if (phase === 'rcpt' && Math.random() < rate) return { phase, answer: '4xx' };
    if (phase !== 'dot' || Math.random() >= rate * 4) return null;
    const kinds: SinkFault[] = [
      { phase, answer: '4xx' },
      { phase, answer: 'rst', isStored: true },
      { phase, answer: 'rst' },
      { phase, answer: 'garbage', isStored: true },
      { phase, answer: 'silence', isStored: true },
      { phase, answer: 'silence' },
    ];
    return kinds[Math.floor(Math.random() * kinds.length)] ?? null;
  };
}

/** The work itself, as the server feels it: kills fall into the middle of it however busy the machine is. */
class Pulse {
  private waiting: { left: number; done: () => void }[] = [];

  beat(): void {
    for (const one of this.waiting) one.left -= 1;
    for (const one of this.waiting) if (one.left <= 0) one.done();
    this.waiting = this.waiting.filter(({ left }) => left > 0);
  }

  /** Waits until so many phases of sessions were reached, or nothing has been there to do for a while. */
  async beats(left: number): Promise<void> {
    await Promise.race([
      new Promise<void>((done) => this.waiting.push({ left, done })),
      pause(LONGEST_LIFE_MS, undefined, { ref: false }),
    ]);
  }
}

interface Stage {
  readonly senders: readonly KilledSender[];
  readonly post: MailPost;
  readonly pulse: Pulse;
  readonly until: number;
}

async function harass({ senders, post, pulse, until }: Stage, plan: KillPlan): Promise<number> {
  let kills = 0;
  let started = 0;
  let written = Math.ceil(plan.mails / 2);
  const more = Math.ceil(plan.mails / 2 / plan.kills);
  const live = async (sender: KilledSender): Promise<void> => {
    while (started < plan.kills && performance.now() < until) {
      started += 1;
      await sender.start();
      await pulse.beats(Math.ceil(Math.random() * plan.beats * plan.senders));
      await pause(Math.random() * 30);
      await sender.end('SIGKILL');
      kills += 1;
      if (written < plan.mails) await post.write(Math.min(more, plan.mails - written));
      written += more;
    }
    await sender.start();
  };
  await Promise.all(senders.map(live));
  return kills;
}

/** Until nothing is left to do; a doubt no evidence settles stays where a person sees it. */
async function settle(post: MailPost, until: number, kills: number): Promise<void> {
  for (;;) {
    const [row] = await post.database.asOwner<{ left: number }>(
      `select count(*)::int as left from outbound_messages where state in ('ready', 'deferred', 'claimed', 'in_doubt')
         or (state = 'sent' and owner is not null)`,
    );
    if (row?.left === 0) return;
    if (performance.now() > until) throw new Error(await unfinished(post, kills));
    await pause(300);
  }
}

/** What a run that took too long was still busy with. */
async function unfinished(post: MailPost, kills: number): Promise<string> {
  const rows = await post.database.asOwner(
    `select state, count(*)::int as mails, count(owner)::int as in_hand, count(held_at)::int as held, min(not_before) as next
     from outbound_messages group by state`,
  );
  return `the run did not come to its end in its time, after ${String(kills)} kills: ${JSON.stringify(rows)}`;
}

/** Does what a person and a moving clock do: releases what was held, and lets what waits for later come round. */
class Person {
  released = 0;
  private timer: NodeJS.Timeout | null = null;
  private busy: Promise<unknown> = Promise.resolve();

  constructor(private readonly post: MailPost) {}

  start(): void {
    this.timer = setInterval(() => {
      this.busy = this.busy.then(() => this.turn());
    }, 500);
  }

  async stop(): Promise<void> {
    if (this.timer !== null) clearInterval(this.timer);
    this.timer = null;
    await this.busy;
  }

  private async turn(): Promise<void> {
    const held = await this.post.database.asOwner(
      `update outbound_messages set held_at = null, hold_code = null, crashes = 0 where held_at is not null returning id`,
    );
    this.released += held.length;
    await this.post.database.asOwner(
      `update outbound_messages set not_before = now() where state in ('ready', 'deferred') and not_before > now()`,
    );
  }
}
