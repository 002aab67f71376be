import { Injectable } from '@nestjs/common';

/** What every job of a workspace carries; the rest is the task's own. */
export interface JobPayload {
  readonly workspaceId: string;
  readonly [field: string]: unknown;
}

/** The attempt a handler is in. */
export interface JobAttempt {
  /** Counts from 1. */
  readonly attempt: number;
  readonly isLast: boolean;
  /** Fires when the worker is being stopped: finish the step at hand and return. */
  readonly signal: AbortSignal;
}

export type JobHandler<Payload extends JobPayload> = (payload: Payload, job: JobAttempt) => Promise<void>;

/** Work of the installation that comes round by the clock; once per moment over all workers. */
export interface Tick {
  /** Unique, e.g. `partitions`. */
  readonly name: string;
  /** Minute, hour, day, month, weekday, in UTC. */
  readonly cron: string;
  readonly run: () => Promise<void>;
}

/**
 * The list of background tasks. Modules register theirs in `onModuleInit`.
 *
 * A handler may run again after a crash, so it is idempotent; it opens its own transactions with `inWorkspace`.
 */
@Injectable()
export class JobHandlers {
  private readonly handlers = new Map<string, JobHandler<JobPayload>>();
  private readonly rounds = new Map<string, Tick>();

  register<Payload extends JobPayload>(task: string, handler: JobHandler<Payload>): void {
    if (this.handlers.has(task)) throw new Error(`the background task ${task} is registered twice`);
    this.handlers.set(task, (payload, job) => handler(payload as Payload, job));
  }

  tick(tick: Tick): void {
    if (this.rounds.has(tick.name)) throw new Error(`the tick ${tick.name} is registered twice`);
    this.rounds.set(tick.name, tick);
  }

  /** The handler of a task. Throws for an unknown one: a job nobody runs must not be written. */
  handler(task: string): JobHandler<JobPayload> {
    const found = this.handlers.get(task);
    if (found === undefined) throw new Error(`no background task is called ${task}`);
    return found;
  }

  tasks(): readonly string[] {
    return [...this.handlers.keys()];
  }

  ticks(): readonly Tick[] {
    return [...this.rounds.values()];
  }
}
