import { Worker } from 'node:worker_threads';

export interface PoolSettings {
  /** Absolute path of the compiled worker script. */
  readonly script: string;
  readonly size: number;
  readonly oldGenerationMb: number;
  /** Seconds of processor time one job may take. */
  readonly cpuMs: number;
}

export type JobResult<Result> =
  | { readonly ok: true; readonly result: Result }
  | { readonly ok: false; readonly limit: Limit };
export type Limit = 'memory' | 'time' | 'crashed';

/** What a thread is sent, and what it answers with the same number once it is ready. */
export interface Order<Task> {
  readonly id: number;
  readonly task: Task;
}
export type ThreadMessage<Result> =
  | { readonly ready: true }
  | { readonly id: number; readonly result: Result };

interface Job<Task, Result> {
  readonly id: number;
  readonly task: Task;
  readonly heavy: boolean;
  readonly done: (result: JobResult<Result>) => void;
  /** For a thread that cannot even be started: no page is to blame for that. */
  readonly fail: (error: Error) => void;
}

const YOUNG_GENERATION_MB = 24;
const LOOK_EVERY_MS = 250;
/** On a machine too busy to give a job its processor time, this many times the limit by the wall clock is the end. */
const WALL_FACTOR = 5;

/**
 * Runs jobs in worker threads that are ended when a job takes too much memory or time, and started anew for the next one.
 * The process itself always lives on. Of heavy jobs only one runs at a time.
 */
export class WorkerPool<Task, Result> {
  private readonly idle: Worker[] = [];
  private readonly queue: Job<Task, Result>[] = [];
  private readonly all = new Set<Worker>();
  private readonly ready = new WeakSet<Worker>();
  private heavyRunning = false;
  private closed = false;
  private lastId = 0;

  constructor(private readonly settings: PoolSettings) {}

  /** Runs one job as soon as a thread is free. */
  run(task: Task, heavy: boolean): Promise<JobResult<Result>> {
    if (this.closed) return Promise.resolve({ ok: false, limit: 'crashed' });
    return new Promise((done, fail) => {
      this.lastId += 1;
      this.queue.push({ id: this.lastId, task, heavy, done, fail });
      this.next();
    });
  }

  /** Ends all threads; jobs still waiting are answered with `crashed`. */
  async close(): Promise<void> {
    this.closed = true;
    for (const job of this.queue.splice(0)) job.done({ ok: false, limit: 'crashed' });
    await Promise.all([...this.all].map((worker) => worker.terminate()));
  }

  private next(): void {
    const at = this.queue.findIndex((job) => !(job.heavy && this.heavyRunning));
    if (at === -1 || this.closed) return;
    const worker = this.idle.pop() ?? this.spawn();
    if (worker === null) return;
    const [job] = this.queue.splice(at, 1) as [Job<Task, Result>];
    this.start(worker, job);
    this.next();
  }

  private spawn(): Worker | null {
    if (this.all.size >= this.settings.size) return null;
    const worker = new Worker(this.settings.script, {
      resourceLimits: {
        maxOldGenerationSizeMb: this.settings.oldGenerationMb,
        maxYoungGenerationSizeMb: YOUNG_GENERATION_MB,
      },
      env: {},
    });
    this.all.add(worker);
    worker.once('exit', () => this.forget(worker));
    return worker;
  }

  private start(worker: Worker, job: Job<Task, Result>): void {
    if (job.heavy) this.heavyRunning = true;
    worker.ref();
    let limit: Limit = 'crashed';
    let fault: Error | null = null;
    const watch = watchTime(this.settings.cpuMs, () => {
      limit = 'time';
      void worker.terminate();
    });
    const settle = (result: JobResult<Result>) => {
      watch.stop();
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      if (job.heavy) this.heavyRunning = false;
      job.done(result);
      this.next();
    };
    const onMessage = (message: ThreadMessage<Result>) => {
      if ('ready' in message) {
        this.ready.add(worker);
        watch.start();
        return;
      }
      // The facts of one page must never be taken for those of another: whatever answers another order is no answer.
      if (message.id !== job.id) return;
      worker.unref();
      if (this.all.has(worker)) this.idle.push(worker);
      settle({ ok: true, result: message.result });
    };
    const onError = (error: Error) => {
      fault = error;
      limit = (error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'crashed';
    };
    const onExit = () => {
      this.forget(worker);
      // Only now has all been heard that the thread said: an error may overtake the word that it is ready.
      if (fault !== null && limit === 'crashed' && !this.ready.has(worker))
        job.fail(new Error('A reading thread could not be started.', { cause: fault }));
      settle({ ok: false, limit });
    };
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    // Starting a thread is no part of a job.
    if (this.ready.has(worker)) watch.start();
    worker.postMessage({ id: job.id, task: job.task } satisfies Order<Task>);
  }

  private forget(worker: Worker): void {
    this.all.delete(worker);
    const at = this.idle.indexOf(worker);
    if (at !== -1) this.idle.splice(at, 1);
  }
}

/**
 * Calls `late` once a job has had its processor time. A thread's own time cannot be asked from outside on Node 20, so the
 * time of the whole process is the measure: as long as that is below the limit, the job's is too.
 */
function watchTime(cpuMs: number, late: () => void): { start(): void; stop(): void } {
  let timer: NodeJS.Timeout | undefined;
  return {
    start() {
      const since = performance.now();
      let used: NodeJS.CpuUsage | undefined;
      timer = setInterval(() => {
        // Most jobs are over before the first look: asking for the time at their start would cost more than it tells.
        used ??= process.cpuUsage();
        const wall = performance.now() - since;
        const spent = process.cpuUsage(used);
        const cpu = (spent.user + spent.system) / 1000;
        if ((wall >= cpuMs && cpu >= cpuMs) || wall >= cpuMs * WALL_FACTOR) {
          clearInterval(timer);
          late();
        }
      }, LOOK_EVERY_MS);
    },
    stop() {
      clearInterval(timer);
    },
  };
}
