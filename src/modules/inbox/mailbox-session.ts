import { setTimeout as pause } from 'node:timers/promises';
import { AppError } from '../../platform/errors/app-error.js';
import { MailServerError } from '../../platform/mail/smtp-settings.js';
import { ReadingGivenUp } from './folder-reader.js';
import type { NamedMailbox } from './mailbox-leases.repository.js';
import type { MailboxRound } from './mailbox-round.js';
import type { OpenMailbox } from './open-mailbox.js';
import type { ReadingLimits } from './reading-limits.js';

/** Reads one mailbox over and over through one connection: at once when its server says that mail came, else by the clock. */
export class MailboxSession {
  private readonly stopping = new AbortController();
  private wake = new AbortController();
  private failures = 0;

  constructor(
    private readonly round: MailboxRound,
    private readonly named: NamedMailbox,
    private readonly limits: ReadingLimits,
    private readonly complain: (error: unknown) => void,
  ) {}

  /** Runs until it is stopped. Never throws. */
  async run(): Promise<void> {
    while (!this.over()) {
      try {
        await this.connected();
      } catch (error) {
        if (!this.over()) await this.failed(error);
      }
      this.renewWake();
      if (!this.over()) await this.rest(this.waitAfterFailure());
    }
  }

  /** Reads every folder once and goes. Throws what reading throws. */
  async once(): Promise<void> {
    const open = await this.round.open(this.named);
    try {
      await this.within(open, () => this.round.read(open, this.named, this.stopping.signal));
    } finally {
      open.session.close();
    }
  }

  /** Looks into the mailbox now instead of at the next turn. */
  poke(): void {
    this.wake.abort();
  }

  stop(): void {
    this.stopping.abort();
    this.wake.abort();
  }

  private over(): boolean {
    return this.stopping.signal.aborted;
  }

  private async connected(): Promise<void> {
    const open = await this.round.open(this.named);
    const { session } = open;
    session.on('exists', () => this.poke());
    session.on('close', () => this.poke());
    try {
      while (!this.over() && session.usable) {
        this.renewWake();
        await this.within(open, () => this.round.read(open, this.named, this.stopping.signal));
        this.failures = 0;
        await this.idle(open);
      }
    } finally {
      session.close();
    }
  }

  /** Waits in IDLE on the INBOX until mail comes, somebody asks, or the time is up; then the line is tried before it is trusted. */
  private async idle(open: OpenMailbox): Promise<void> {
    const inbox = open.folders.find(({ use }) => use === 'inbox');
    const { session } = open;
    if (inbox !== undefined && !this.wake.signal.aborted) {
      await session.mailboxOpen(inbox.path, { readOnly: true });
      // It ends with the next command; what it ends with is told by that one.
      session.idle().catch(() => undefined);
      await this.rest(this.limits.pollEveryMs);
    }
    if (this.over() || !session.usable) return;
    const dead = setTimeout(() => session.close(), this.limits.noopMs);
    await session.noop().finally(() => clearTimeout(dead));
  }

  /** A server that answers without end is hung up on: what was read until then is kept. */
  private async within(open: OpenMailbox, work: () => Promise<void>): Promise<void> {
    const late = setTimeout(() => open.session.close(), this.limits.roundMs);
    const hangUp = () => open.session.close();
    this.stopping.signal.addEventListener('abort', hangUp, { once: true });
    try {
      await work();
    } finally {
      clearTimeout(late);
      this.stopping.signal.removeEventListener('abort', hangUp);
    }
  }

  private async failed(error: unknown): Promise<void> {
    this.failures += 1;
    this.complain(error);
    if (error instanceof AppError && error.code.startsWith('database.')) return;
    if (error instanceof ReadingGivenUp) return;
    const code = error instanceof MailServerError ? error.code : 'server_error';
    await this.round.failed(this.named, code).catch(this.complain);
  }

  private waitAfterFailure(): number {
    const { retryMs, retryAtMostMs } = this.limits;
    const wait = Math.min(retryAtMostMs, retryMs * 2 ** Math.min(this.failures, 10));
    return wait / 2 + (Math.random() * wait) / 2;
  }

  private renewWake(): void {
    if (this.wake.signal.aborted && !this.over()) this.wake = new AbortController();
  }

  private async rest(ms: number): Promise<void> {
    await pause(ms, undefined, { signal: this.wake.signal }).catch(() => undefined);
  }
}
