import { setTimeout as pause } from 'node:timers/promises';
import type { ImapFlow } from 'imapflow';
import { hasGrown, type SeenFolder } from '../../core/inbox/folder-watermark.js';
import { AppError } from '../../platform/errors/app-error.js';
import { withinBounds } from '../../platform/mail/imap-bounds.js';
import { mailServerError } from '../../platform/mail/mail-errors.js';
import { ReadingGivenUp, seenOf } from './folder-reader.js';
import { isRefusal } from './folder-refused.js';
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
    const open = await this.round.open(this.named, this.limits);
    try {
      await this.readAll(open);
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
    const open = await this.round.open(this.named, this.limits);
    const { session } = open;
    session.on('exists', () => this.poke());
    session.on('close', () => this.poke());
    try {
      while (!this.over() && session.usable) {
        this.renewWake();
        const gap = this.gap();
        const inbox = await this.readAll(open);
        this.failures = 0;
        await this.idle(open, inbox);
        await gap;
      }
    } finally {
      session.close();
    }
  }

  private async readAll(open: OpenMailbox): Promise<SeenFolder | null> {
    const { roundMs, historyMs } = this.limits;
    const read = () => this.round.read(open, this.named, this.stopping.signal);
    const inbox = await this.within(open, roundMs, read);
    await this.within(open, historyMs, () => this.round.readHistory(open, this.named));
    return inbox;
  }

  /** However much a server calls, its mailbox is not read in a ring. */
  private gap(): Promise<void> {
    return pause(this.limits.gapMs, undefined, { signal: this.stopping.signal }).catch(() => undefined);
  }

  /** Waits in IDLE on the INBOX until mail comes, somebody asks, or the time is up; then the line is tried before it is trusted. */
  private async idle({ session, folders }: OpenMailbox, seen: SeenFolder | null): Promise<void> {
    const { pollEveryMs, noopMs, look } = this.limits;
    const inbox = folders.find(({ use }) => use === 'inbox');
    if (inbox !== undefined && !this.wake.signal.aborted) {
      const hasNews = await withinBounds(session, look, () => listen(session, inbox.path, seen));
      if (hasNews) return;
      await withinBounds(session, { ...look, ms: 2 * pollEveryMs }, () => this.rest(pollEveryMs));
    }
    if (this.over() || !session.usable) return;
    await withinBounds(session, { ...look, ms: noopMs }, () => session.noop());
  }

  /** A server that answers without end is hung up on: what was read until then is kept. */
  private async within<Answer>(open: OpenMailbox, ms: number, work: () => Promise<Answer>): Promise<Answer> {
    const late = setTimeout(() => open.session.close(), ms);
    const hangUp = () => open.session.close();
    this.stopping.signal.addEventListener('abort', hangUp, { once: true });
    try {
      return await work();
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
    const { code } = mailServerError(error, 'folders');
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

/**
 * Begins to IDLE on a folder, or answers that mail came since it was read: of that no server would call. IDLE ends with the next command,
 * which tells what it ended with; a folder that is refused is looked into by the clock alone.
 */
async function listen(session: ImapFlow, path: string, read: SeenFolder | null): Promise<boolean> {
  try {
    const now = seenOf(await session.mailboxOpen(path, { readOnly: true }));
    if (read !== null && hasGrown(read, now)) return true;
    session.idle().catch(() => undefined);
  } catch (error) {
    if (!isRefusal(error)) throw error;
  }
  return false;
}
