import { Inject, Injectable } from '@nestjs/common';
import pg from 'pg';
import { DATABASE_URL } from '../database/tokens.js';
import { Log } from '../logging/log.js';

const LOOK_EVERY_MS = 10_000;
const RECONNECT_MS = 1000;
/** Seed of the advisory locks' keys, the locks that say "this worker lives". */
const SEED = 7261;

/**
 * Frees the jobs of workers that were killed. The engine would keep them locked for four hours.
 *
 * Each worker holds a session advisory lock, which the database lets go of when the connection ends, however it ends.
 * A job whose worker's lock is free at two looks in a row is given back; the second look spares a worker that has
 * just been born or is connecting again.
 */
@Injectable()
export class WorkerLocks {
  private client: pg.Client | null = null;
  private readonly held = new Set<string>();
  private suspects: readonly string[] = [];
  private timer: NodeJS.Timeout | null = null;
  private stopping = false;
  /** A connection answers one question at a time. */
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    @Inject(DATABASE_URL) private readonly databaseUrl: string,
    private readonly log: Log,
  ) {}

  async start(): Promise<void> {
    await this.connect();
    this.timer = setInterval(() => {
      this.freeDead().catch((error: unknown) =>
        this.log.warn({ err: error }, 'could not look for killed workers'),
      );
    }, LOOK_EVERY_MS);
  }

  async stop(): Promise<void> {
    this.stopping = true;
    if (this.timer !== null) clearInterval(this.timer);
    await this.client?.end().catch(() => undefined);
  }

  hold(workerId: string): void {
    this.held.add(workerId);
    this.lock([workerId]);
  }

  release(workerId: string): void {
    this.held.delete(workerId);
    this.ask(`select pg_advisory_unlock(hashtextextended($1, ${SEED}))`, [workerId]).catch(() => undefined);
  }

  /** Gives back the jobs of workers found dead twice; answers whose. */
  async freeDead(): Promise<readonly string[]> {
    if (this.client === null) return [];
    const locked = await this.ask<{ worker: string }>(`
      select locked_by as worker from graphile_worker._private_jobs where locked_by is not null
      union select locked_by from graphile_worker._private_job_queues where locked_by is not null`);
    const free: string[] = [];
    for (const { worker } of locked) {
      if (!this.held.has(worker) && (await this.isFree(worker))) free.push(worker);
    }
    const dead = free.filter((worker) => this.suspects.includes(worker));
    this.suspects = free;
    if (dead.length > 0) {
      await this.ask('select graphile_worker.force_unlock_workers($1::text[])', [dead]);
      this.log.warn({ workers: dead }, 'gave back the jobs of killed workers');
    }
    return dead;
  }

  private async isFree(worker: string): Promise<boolean> {
    const asked = await this.ask<{ got: boolean }>(
      `select pg_try_advisory_lock(hashtextextended($1, ${SEED})) as got`,
      [worker],
    );
    if (asked[0]?.got !== true) return false;
    await this.ask(`select pg_advisory_unlock(hashtextextended($1, ${SEED}))`, [worker]);
    return true;
  }

  private ask<Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<Row[]> {
    const { client } = this;
    const asked = this.turn.then(async () =>
      client === null ? [] : (await client.query<Row>(sql, values)).rows,
    );
    this.turn = asked.catch(() => undefined);
    return asked;
  }

  private lock(workers: readonly string[]): void {
    for (const worker of workers) {
      this.ask(`select pg_advisory_lock(hashtextextended($1, ${SEED}))`, [worker]).catch(() => undefined);
    }
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.databaseUrl,
      keepAlive: true,
      application_name: 'linkledger worker',
    });
    client.on('error', () => undefined);
    client.on('end', () => this.reconnect());
    await client.connect();
    this.client = client;
    this.lock([...this.held]);
  }

  private reconnect(): void {
    this.client = null;
    if (this.stopping) return;
    setTimeout(() => {
      if (!this.stopping) this.connect().catch(() => undefined);
    }, RECONNECT_MS);
  }
}
