import { setTimeout as pause } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Inject, Injectable } from '@nestjs/common';
import { newId } from '../../platform/database/id.js';
import { Notify } from '../../platform/events/notify.js';
import { Log } from '../../platform/logging/log.js';
import { InboxPolls } from './inbox-polls.service.js';
import { MailboxLeases, type NamedMailbox } from './mailbox-leases.repository.js';
import { MailboxRound } from './mailbox-round.js';
import { MailboxSession } from './mailbox-session.js';
import type { ReadingLimits } from './reading-limits.js';
import { trouble } from './trouble.js';

export const READING_LIMITS_TOKEN = Symbol('reading limits');

/** How often mailboxes are looked for that nobody reads. */
const LOOK_MS = 3_000;
/** Leases last 60 s. */
const RENEW_MS = 15_000;
/** Mailboxes one worker reads at the same time. */
const MOST = 300;

interface Running {
  readonly named: NamedMailbox;
  readonly session: MailboxSession;
  readonly done: Promise<void>;
}

/** Reads mailboxes, one connection each. Any number of workers may run on one database: each mailbox has one reader. */
@Injectable()
export class InboxWorker implements BeforeApplicationShutdown {
  private readonly owner = newId();
  private readonly running = new Map<string, Running>();
  private readonly stopping = new AbortController();
  private wake = new AbortController();
  private loop: Promise<void> | null = null;
  private renewals: NodeJS.Timeout | undefined;
  private endNews: (() => void) | null = null;

  constructor(
    private readonly leases: MailboxLeases,
    private readonly round: MailboxRound,
    private readonly polls: InboxPolls,
    @Inject(READING_LIMITS_TOKEN) private readonly limits: ReadingLimits,
    private readonly notify: Notify,
    private readonly log: Log,
  ) {}

  /** Starts to read, until `stop`. */
  async start(): Promise<void> {
    if (this.loop !== null) return;
    this.endNews = await this.notify.subscribe(this.polls.topic, (news) =>
      this.hear(news === 'missed' ? null : news.id),
    );
    this.renewals = setInterval(() => void this.renew(), RENEW_MS);
    this.loop = this.run();
  }

  /** Hangs up everywhere and gives the mailboxes back. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.wake.abort();
    this.endNews?.();
    clearInterval(this.renewals);
    await this.loop;
    for (const { session } of this.running.values()) session.stop();
    await Promise.allSettled([...this.running.values()].map(({ done }) => done));
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.stop();
  }

  /** Reads a mailbox once, now; for tests and one-off commands. Throws what reading throws. */
  async readOnce(named: NamedMailbox): Promise<void> {
    await new MailboxSession(this.round, named, this.limits, () => undefined).once();
  }

  private async run(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      await this.look().catch((error: unknown) => this.complain(error));
      await pause(LOOK_MS, undefined, { signal: this.wake.signal }).catch(() => undefined);
      if (this.wake.signal.aborted) this.wake = new AbortController();
    }
  }

  /** Takes mailboxes nobody reads, and lets those go that are to be read no longer. */
  private async look(): Promise<void> {
    const wanted = await this.leases.toRead();
    const ids = new Set(wanted.map(({ mailboxId }) => mailboxId));
    for (const [id, { session }] of this.running) if (!ids.has(id)) session.stop();
    for (const named of wanted) {
      if (this.running.size >= MOST || this.stopping.signal.aborted) return;
      if (!this.running.has(named.mailboxId) && (await this.leases.take(named, this.owner)))
        this.begin(named);
    }
  }

  private begin(named: NamedMailbox): void {
    const session = new MailboxSession(this.round, named, this.limits, (error) => this.complain(error));
    const done = session
      .run()
      .then(() => this.leases.giveBack(named, this.owner))
      .catch((error: unknown) => this.complain(error))
      .finally(() => this.running.delete(named.mailboxId));
    this.running.set(named.mailboxId, { named, session, done });
  }

  /** A mailbox is to be looked into now, or all of them; one that nobody reads yet is taken. */
  private hear(mailboxId: string | null): void {
    for (const [id, { session }] of this.running) if (mailboxId === null || id === mailboxId) session.poke();
    if (mailboxId === null || !this.running.has(mailboxId)) this.wake.abort();
  }

  private async renew(): Promise<void> {
    for (const { named, session } of this.running.values()) {
      try {
        if (!(await this.leases.take(named, this.owner))) session.stop();
      } catch (error) {
        this.complain(error);
      }
    }
  }

  /** Codes alone: what a server says may hold anything. */
  private complain(error: unknown): void {
    this.log.warn(trouble(error), 'a mailbox could not be read; it is tried again');
  }
}
