import { setTimeout as pause } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { deferredUntil } from '../../core/verifier/host-backoff.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { Notify } from '../../platform/events/notify.js';
import { Log } from '../../platform/logging/log.js';
import { isTurn, PageTurns } from '../verifier/page-turns.service.js';
import { CrawlTurn } from './crawl-turn.js';
import { CRAWL_NEWS, CrawlsRepository, type DueCrawl } from './crawls.repository.js';

const TICK_MS = 1_000;
/** Wait after the database could not be asked. */
const TROUBLE_MS = 3_000;
/** Own sites read at the same time by one process. */
const AT_ONCE = 4;
/** A fault of ours on one crawl must not keep the worker busy with it. */
const BROKEN_AGAIN_MS = 3_600_000;
/** Between two turns of a crawl others may have the host. */
const BREATH_MS = 20;

/**
 * Goes on with crawls that are due, several at once, each only while it holds its host: so two workers never read one site together, and
 * what a killed one left is taken up where it was written down last.
 */
@Injectable()
export class CrawlWorker implements BeforeApplicationShutdown {
  private readonly running = new Map<string, Promise<void>>();
  private readonly stopping = new AbortController();
  private wake = new AbortController();
  private loop: Promise<void> | null = null;
  private endNews: (() => void) | null = null;

  constructor(
    private readonly database: Database,
    private readonly crawls: CrawlsRepository,
    private readonly turns: PageTurns,
    private readonly turn: CrawlTurn,
    private readonly notify: Notify,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** Goes on with what is due, until `stop`. */
  async start(): Promise<void> {
    if (this.loop !== null) return;
    this.endNews = await this.notify.subscribe(CRAWL_NEWS, () => this.wake.abort());
    this.loop = this.run();
  }

  /** Lets the page under way end, writes it down, and gives the hosts back. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.wake.abort();
    this.endNews?.();
    await this.loop;
    await Promise.allSettled(this.running.values());
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.stop();
  }

  /** Goes on with what is due now and returns when nothing is left that could be; for tests and one-off commands. */
  async drain(): Promise<void> {
    while ((await this.takeMore()) > 0 || this.running.size > 0) await Promise.race(this.running.values());
  }

  private async run(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      const taken = await this.takeMore().catch((error: unknown) => this.complain(error));
      if (taken === null) await this.rest(TROUBLE_MS);
      else if (taken === 0 || this.running.size >= AT_ONCE) await this.rest(TICK_MS);
    }
  }

  private async takeMore(): Promise<number> {
    const room = AT_ONCE - this.running.size;
    if (room <= 0 || this.stopping.signal.aborted) return 0;
    const due = await this.crawls.due(this.clock.now(), AT_ONCE * 2);
    const fresh = due.filter(({ crawlId }) => !this.running.has(crawlId)).slice(0, room);
    for (const crawl of fresh) this.begin(crawl);
    return fresh.length;
  }

  private begin(crawl: DueCrawl): void {
    const done = this.goOn(crawl)
      .catch((error: unknown) => this.putOff(crawl, error))
      .finally(() => {
        this.running.delete(crawl.crawlId);
        this.wake.abort();
      });
    this.running.set(crawl.crawlId, done);
  }

  private async goOn(crawl: DueCrawl): Promise<void> {
    const started = await this.turns.begin(crawl.hostSlot, this.stopping.signal);
    if (!isTurn(started)) {
      const until = 'until' in started ? started.until : deferredUntil(this.clock.now(), Math.random());
      return this.postpone(crawl, until);
    }
    try {
      await this.turn.run(crawl, started, this.stopping.signal);
    } finally {
      await started.end();
    }
    await pause(BREATH_MS);
  }

  private postpone({ workspaceId, crawlId }: DueCrawl, until: Date): Promise<void> {
    return this.database.inWorkspace({ workspaceId }, () => this.crawls.postpone(crawlId, until));
  }

  private async putOff(crawl: DueCrawl, error: unknown): Promise<void> {
    this.complain(error);
    await this.postpone(crawl, new Date(this.clock.now().getTime() + BROKEN_AGAIN_MS)).catch(() => undefined);
  }

  private async rest(ms: number): Promise<void> {
    await pause(ms, undefined, { signal: this.wake.signal }).catch(() => undefined);
    if (this.wake.signal.aborted) this.wake = new AbortController();
  }

  /** The database away, or a fault of ours: what was not written down is read again. */
  private complain(error: unknown): null {
    this.log.error({ err: error }, 'reading an own site was interrupted; it is tried again');
    return null;
  }
}
