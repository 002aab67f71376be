import { Injectable } from '@nestjs/common';
import {
  type Canaries,
  DOUBT_WINDOW_MS,
  doubtsLine,
  type LineCheck,
  withinWindow,
} from '../../core/verifier/line-doubt.js';
import { Clock } from '../../platform/clock/clock.js';
import { Config } from '../../platform/config/config.js';
import { Deadline } from '../../platform/fetch/deadline.js';
import { PageFetcher } from '../../platform/fetch/page-fetcher.js';
import { Log } from '../../platform/logging/log.js';
import { WorkerName } from './worker-name.js';
import { WorkerWindowsRepository } from './worker-windows.repository.js';

const CANARY_LIMIT_MS = 10_000;
const CANARY_EVERY_MS = 60_000;

/** A check that surprised: the page could be read before and could not now. It can be taken back. */
export interface Surprise {
  readonly takeBack: (retryAt: Date) => Promise<void>;
}

interface NotedCheck extends LineCheck {
  readonly surprise: Surprise | null;
}

/**
 * Whether this worker may believe what it sees. When pages that could be read before fail on many hosts at once, or no
 * canary answers, the fault is likely its own line: it is silent for 15 minutes, and what surprised it is taken back.
 */
@Injectable()
export class LineDoubt {
  private checks: NotedCheck[] = [];
  private silentUntil: Date | null = null;
  private canaries: { readonly at: number; readonly say: Canaries } | null = null;

  constructor(
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly fetcher: PageFetcher,
    private readonly windows: WorkerWindowsRepository,
    private readonly worker: WorkerName,
    private readonly log: Log,
  ) {}

  /** Until when no verdict is written and no page is asked for; null when the line is believed. */
  get silence(): Date | null {
    if (this.silentUntil !== null && this.silentUntil <= this.clock.now()) this.silentUntil = null;
    return this.silentUntil;
  }

  /**
   * Takes recorded checks into account; `surprise` is null for one that could read its page or never could. What was
   * recorded while the silence began is taken back with the rest.
   */
  async note(host: string, at: Date, surprises: readonly (Surprise | null)[]): Promise<void> {
    const fresh = surprises.map((surprise) => ({ at, host, surprising: surprise !== null, surprise }));
    if (this.silence !== null) return takeBack(fresh, at);
    const isWithin = new Set<LineCheck>(withinWindow(this.checks, at));
    this.checks = [...this.checks.filter((check) => isWithin.has(check)), ...fresh];
    if (fresh.some((check) => check.surprising)) await this.lookAgain(at);
  }

  private async lookAgain(now: Date): Promise<void> {
    const canaries = await this.askCanaries();
    if (this.silence !== null || !doubtsLine(this.checks, now, canaries)) return;
    const until = new Date(now.getTime() + DOUBT_WINDOW_MS);
    const spoiled = this.checks;
    this.silentUntil = until;
    this.checks = [];
    await this.tell(spoiled, until);
    await takeBack(spoiled, now);
  }

  private async tell(checks: readonly NotedCheck[], silentUntil: Date): Promise<void> {
    const failed = checks.filter((check) => check.surprising);
    const hosts = new Set(failed.map((check) => check.host)).size;
    this.log.warn(
      { checks: checks.length, failed: failed.length, hosts, silentUntil },
      'too many pages fail at once: this machine seems to be cut off, so it writes no verdicts for 15 minutes',
    );
    await this.windows.write({
      worker: this.worker.name,
      startedAt: checks[0]?.at ?? silentUntil,
      checks: checks.length,
      couldNotCheck: failed.length,
      hosts,
      silentUntil,
    });
  }

  private async askCanaries(): Promise<Canaries> {
    if (this.config.canaryUrls.length === 0) return 'none';
    const now = performance.now();
    if (this.canaries === null || now - this.canaries.at > CANARY_EVERY_MS) {
      const answers = await Promise.all(this.config.canaryUrls.map((url) => this.answers(url)));
      this.canaries = { at: now, say: answers.includes(true) ? 'answer' : 'fail' };
    }
    return this.canaries.say;
  }

  /** Any status is an answer: the line to there works. */
  private async answers(url: string): Promise<boolean> {
    const result = await this.fetcher.get({
      url: new URL(url),
      deadline: new Deadline(CANARY_LIMIT_MS),
      wantsBody: () => false,
    });
    if (result.ok) result.answer.release();
    return result.ok || result.status !== null;
  }
}

async function takeBack(checks: readonly NotedCheck[], retryAt: Date): Promise<void> {
  for (const { surprise } of checks) await surprise?.takeBack(retryAt);
}
