import type { ImapFlow } from 'imapflow';
import { lineFault } from './mail-errors.js';
import { type MailFault, MailServerError } from './smtp-settings.js';

/** What one step of reading may take: milliseconds, and bytes that come in. */
export interface ImapBounds {
  readonly ms: number;
  readonly bytes: number;
}

/** How often it is looked how much has come in. */
const LOOK_MS = 50;

/** Hangs up on a server that takes longer or sends more than it may, from now until `end`. */
export class ImapWatch {
  /** Why it was hung up, or the line broke. */
  fault: MailFault | null = null;
  private readonly before: number;
  private readonly late: NodeJS.Timeout;
  private readonly looks: NodeJS.Timeout;
  private readonly note = (error: unknown): void => {
    this.fault ??= lineFault(error);
  };

  constructor(
    private readonly session: ImapFlow,
    { ms, bytes }: ImapBounds,
  ) {
    this.before = session.stats().received;
    session.on('error', this.note);
    this.late = setTimeout(() => this.hangUp('timeout'), ms);
    this.looks = setInterval(() => {
      if (session.stats().received - this.before > bytes) this.hangUp('not_spoken');
    }, LOOK_MS);
  }

  end(): void {
    clearTimeout(this.late);
    clearInterval(this.looks);
    this.session.off('error', this.note);
  }

  private hangUp(why: MailFault): void {
    this.fault ??= why;
    this.session.close();
  }
}

/**
 * Does a step of work on a session within bounds. Throws `MailServerError` when they were broken, and when the line broke; what the server refused
 * while the line holds is thrown as it is.
 */
export async function withinBounds<Answer>(
  session: ImapFlow,
  bounds: ImapBounds,
  work: () => Promise<Answer>,
): Promise<Answer> {
  const watch = new ImapWatch(session, bounds);
  try {
    const answer = await work();
    if (watch.fault !== null) throw new MailServerError(watch.fault, 'folders');
    return answer;
  } catch (error) {
    if (error instanceof MailServerError || (session.usable && watch.fault === null)) throw error;
    // Of a line that broke nothing more may be known than that.
    throw new MailServerError(watch.fault ?? lineFault(error) ?? 'closed', 'folders');
  } finally {
    watch.end();
  }
}
