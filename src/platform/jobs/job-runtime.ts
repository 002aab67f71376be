import { EventEmitter } from 'node:events';
import { type BeforeApplicationShutdown, Inject, Injectable } from '@nestjs/common';
import {
  Logger as EngineLogger,
  type LogLevel,
  parseCronItems,
  type Runner,
  run,
  runOnce,
  type TaskList,
  type WorkerEvents,
} from 'graphile-worker';
import { Config } from '../config/config.js';
import { DATABASE_URL } from '../database/tokens.js';
import { Log } from '../logging/log.js';
import { JobHandlers, type JobPayload } from './job-handlers.js';
import { WorkerLocks } from './worker-locks.js';

const RESTART_MS = 5000;
/** Prefix of the task names of ticks. */
const TICK = 'tick.';

/** Runs background jobs in this process. Only workers start it; a web process merely adds jobs. */
@Injectable()
export class JobRuntime implements BeforeApplicationShutdown {
  private runner: Runner | null = null;
  private stopping = false;
  private restart: NodeJS.Timeout | null = null;

  constructor(
    @Inject(DATABASE_URL) private readonly databaseUrl: string,
    private readonly config: Config,
    private readonly handlers: JobHandlers,
    private readonly locks: WorkerLocks,
    private readonly log: Log,
  ) {}

  /** Whether jobs are being run here now. */
  get isRunning(): boolean {
    return this.runner !== null;
  }

  /** Starts to run jobs, and goes on trying for as long as the process lives. */
  async start(): Promise<void> {
    await this.locks.start();
    await this.launch();
  }

  /** Stops taking jobs, waits for those at hand while the database is still open, and lets go of the locks. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    if (this.restart !== null) clearTimeout(this.restart);
    await this.runner?.stop();
    await this.locks.stop();
  }

  /** Runs what is waiting, and what that adds, until nothing is left; for tests and one-off commands. */
  async drain(): Promise<void> {
    await runOnce({ ...this.options(), concurrency: 1 }, this.taskList());
  }

  private async launch(): Promise<void> {
    const events: WorkerEvents = new EventEmitter();
    events.on('worker:create', ({ worker }) => this.locks.hold(worker.workerId));
    events.on('worker:stop', ({ worker }) => this.locks.release(worker.workerId));
    events.on('job:failed', ({ job, error }) =>
      this.log.error({ err: error, task: job.task_identifier, jobId: job.id }, 'a job was given up'),
    );
    const ticks = this.handlers
      .ticks()
      .map((tick) => ({ task: `${TICK}${tick.name}`, match: tick.cron, identifier: tick.name }));
    this.runner = await run(
      { ...this.options(), concurrency: this.config.workerConcurrency, events },
      this.taskList(),
      parseCronItems(ticks),
    );
    this.runner.promise.then(
      () => this.relaunch(null),
      (error: unknown) => this.relaunch(error),
    );
  }

  /** The engine gives up when the database is away for long; we do not. */
  private relaunch(error: unknown): void {
    this.runner = null;
    if (this.stopping) return;
    this.log.error({ err: error }, 'background work stopped; it is started again');
    this.restart = setTimeout(() => {
      this.launch().catch((again: unknown) => this.relaunch(again));
    }, RESTART_MS);
  }

  private options() {
    return {
      connectionString: this.databaseUrl,
      maxPoolSize: this.config.workerConcurrency + 2,
      noHandleSignals: true,
      logger: new EngineLogger(() => (level, message) => this.note(level, message)),
    };
  }

  /** The engine's own lines: what it warns of matters, the rest is detail. */
  private note(level: `${LogLevel}`, message: string): void {
    if (level === 'error' || level === 'warning') this.log.warn({ engine: 'jobs' }, message);
    else this.log.debug({ engine: 'jobs' }, message);
  }

  private taskList(): TaskList {
    const jobs = this.handlers.tasks().map((task) => [task, this.jobTask(task)] as const);
    const ticks = this.handlers.ticks().map((tick) => [`${TICK}${tick.name}`, () => tick.run()] as const);
    return Object.fromEntries([...jobs, ...ticks]);
  }

  private jobTask(task: string): TaskList[string] {
    const handler = this.handlers.handler(task);
    return (payload, { job, abortSignal }) =>
      handler(payload as JobPayload, {
        attempt: job.attempts,
        isLast: job.attempts >= job.max_attempts,
        signal: abortSignal ?? new AbortController().signal,
      });
  }
}
