import { setTimeout as pause } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Config } from '../../platform/config/config.js';
import { Health } from '../../platform/health/health.js';
import { Log } from '../../platform/logging/log.js';
import { type Candidate, ClaimsRepository } from './claims.repository.js';
import { MailDelivery } from './mail-delivery.js';
import { SenderChores } from './sender-chores.js';
import { SenderLock, SenderRefused } from './sender-lock.js';
import { SendingTimes } from './sending-times.js';

/** Wait after the database could not be asked. */
const TROUBLE_MS = 3_000;
/** Mails of one mailbox that are looked at in one turn; its gap lets through one of them as a rule. */
const PER_MAILBOX = 2;

/** What the sender needs besides. */
@Injectable()
export class SenderTools {
  constructor(
    readonly config: Config,
    readonly log: Log,
    private readonly health: Health,
  ) {}

  /** Not ready, for as long as this process lives. */
  refuse(error: SenderRefused): void {
    this.log.error({ err: error }, 'no mail is sent');
    this.health.register('sender', () => Promise.resolve({ ok: false, state: 'refused' }));
  }
}

/** Claims what is due and sends it, several mails at once. Any number of senders may run on one database. */
@Injectable()
export class SenderWorker implements BeforeApplicationShutdown {
  private readonly inFlight = new Map<string, Promise<void>>();
  private stopping = false;
  private wake = new AbortController();
  private loop: Promise<void> | null = null;

  constructor(
    private readonly claims: ClaimsRepository,
    private readonly delivery: MailDelivery,
    private readonly chores: SenderChores,
    private readonly lock: SenderLock,
    private readonly times: SendingTimes,
    private readonly clock: Clock,
    private readonly tools: SenderTools,
  ) {}

  /** Starts to send, until `stop`. A database that would forget commits is refused: nothing is sent then, and it is told. */
  async start(): Promise<void> {
    if (this.loop !== null) return;
    try {
      await this.lock.start();
    } catch (error) {
      if (!(error instanceof SenderRefused)) throw error;
      this.tools.refuse(error);
      return;
    }
    this.chores.start();
    this.loop = this.run();
  }

  /**
   * Claims nothing more and lets mails in flight come to their end. What takes longer is let go of and named in the log: no claim stays behind, and a
   * mail the server may have is a doubt.
   */
  async stop(): Promise<void> {
    this.stopping = true;
    this.wake.abort();
    await this.loop;
    const resting = this.chores.stop();
    await this.landed(this.times.stopMs / 2, resting);
    this.delivery.refuseToBegin();
    await this.landed(this.times.stopMs / 2, resting);
    const left = this.inHand();
    if (left.length > 0) {
      this.tools.log.warn({ mails: left }, 'stopped in the middle of mails');
      await this.delivery.letGo();
    }
    await this.lock.stop();
  }

  /** Ids of the mails in flight. */
  inHand(): readonly string[] {
    return [...this.inFlight.keys()];
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.stop();
  }

  /** Sends what is due now and returns when nothing more is; for tests and simulations. */
  async drain(): Promise<void> {
    if (!this.lock.isHeld) await this.lock.start();
    while ((await this.takeMore()) > 0 || this.inFlight.size > 0) await Promise.race(this.inFlight.values());
  }

  /** Waits for the mails in flight and for what else is at hand, so long at most. */
  private async landed(ms: number, resting: Promise<void>): Promise<void> {
    const all = Promise.allSettled([...this.inFlight.values(), resting]);
    await Promise.race([all, pause(ms, undefined, { ref: false })]);
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      const taken = await this.takeMore().catch((error: unknown) => this.complain(error));
      if (taken === null) await this.rest(TROUBLE_MS);
      else if (taken === 0 || this.inFlight.size >= this.room) await this.rest(this.times.tickMs);
    }
  }

  private get room(): number {
    return this.tools.config.sendingConnections;
  }

  /** Begins with as many due mails as there is room for; answers how many. */
  private async takeMore(): Promise<number> {
    const room = this.room - this.inFlight.size;
    if (room <= 0 || this.stopping || !this.lock.isHeld) return 0;
    const due = await this.claims.due(this.clock.now(), room + this.inFlight.size, PER_MAILBOX);
    const fresh = due.filter(({ messageId }) => !this.inFlight.has(messageId)).slice(0, room);
    for (const candidate of fresh) this.begin(candidate);
    return fresh.length;
  }

  private begin(candidate: Candidate): void {
    const done = this.delivery
      .deliver(candidate)
      .then(
        () => undefined,
        (error: unknown) => void this.complain(error),
      )
      .finally(() => {
        this.inFlight.delete(candidate.messageId);
        this.wake.abort();
      });
    this.inFlight.set(candidate.messageId, done);
  }

  private async rest(ms: number): Promise<void> {
    await pause(ms, undefined, { signal: this.wake.signal }).catch(() => undefined);
    if (this.wake.signal.aborted) this.wake = new AbortController();
  }

  private complain(error: unknown): null {
    this.tools.log.error({ err: error }, 'sending was interrupted; it is tried again');
    return null;
  }
}
