import { Injectable } from '@nestjs/common';
import { Log } from '../../platform/logging/log.js';
import { Doubts } from './doubts.js';
import { Orphans } from './orphans.js';
import { SendingTimes } from './sending-times.js';
import { SentCopies } from './sent-copies.js';

/** What a sender does beside sending: the claims of dead ones, doubts, copies in Sent. Each at most once at a time. */
@Injectable()
export class SenderChores {
  private timers: NodeJS.Timeout[] = [];
  private readonly running = new Set<Promise<unknown>>();

  constructor(
    private readonly orphans: Orphans,
    private readonly doubts: Doubts,
    private readonly copies: SentCopies,
    private readonly times: SendingTimes,
    private readonly log: Log,
  ) {}

  start(): void {
    this.every(this.times.buryMs, () => this.orphans.bury());
    this.every(this.times.lookMs, () => this.doubts.round());
    this.every(this.times.lookMs, () => this.copies.round());
  }

  async stop(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    this.timers = [];
    await Promise.allSettled(this.running);
  }

  /** Once at the start, too: whoever died before us must not wait. */
  private every(ms: number, chore: () => Promise<unknown>): void {
    let isBusy = false;
    const turn = (): void => {
      if (isBusy) return;
      isBusy = true;
      const done = chore()
        .catch((error: unknown) => this.log.error({ err: error }, 'a chore of the sender was interrupted'))
        .finally(() => {
          isBusy = false;
          this.running.delete(done);
        });
      this.running.add(done);
    };
    turn();
    this.timers.push(setInterval(turn, ms));
  }
}
