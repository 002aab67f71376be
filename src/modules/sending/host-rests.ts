import { hostRest } from '../../core/sending/retry-ladder.js';

/** Servers this process could not reach, and until when it leaves them alone: many mails must not hammer one dead host. */
export class HostRests {
  private readonly hosts = new Map<string, { failures: number; until: number }>();

  /** Until when a host is left alone, in milliseconds since 1970; null when it may be asked. */
  until(host: string, now: number): number | null {
    const known = this.hosts.get(host);
    return known === undefined || known.until <= now ? null : known.until;
  }

  /** What became of asking it. */
  note(host: string, isReached: boolean, now: number): void {
    if (isReached) this.hosts.delete(host);
    else {
      const failures = (this.hosts.get(host)?.failures ?? 0) + 1;
      this.hosts.set(host, { failures, until: now + hostRest(failures) });
    }
  }
}
