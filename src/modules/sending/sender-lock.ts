import { randomInt } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import pg from 'pg';
import { DATABASE_URL } from '../../platform/database/tokens.js';
import { Log } from '../../platform/logging/log.js';

/** First half of the keys of the advisory locks that say "this sender lives"; the second is the owner on a mail's row. */
export const SENDER_LOCKS = 7262;
const RECONNECT_MS = 1_000;

interface Standing {
  readonly pid: number;
  readonly fsync: string;
  readonly commit: string;
  readonly throwaway: string | null;
}

/** The database cannot keep what the sender must rely on. The message is for the operator. */
export class SenderRefused extends Error {}

/**
 * Says for a process that its sender lives: a session advisory lock on a connection of its own, which the database lets go of when
 * the process ends, however it ends. While it is not held nothing is claimed.
 */
@Injectable()
export class SenderLock {
  /** Which sender; on the rows of mails it has in hand. */
  readonly owner = randomInt(1, 2 ** 31);
  private client: pg.Client | null = null;
  private stopping = false;

  constructor(
    @Inject(DATABASE_URL) private readonly databaseUrl: string,
    private readonly log: Log,
  ) {}

  get isHeld(): boolean {
    return this.client !== null;
  }

  /** Takes the lock. Throws `SenderRefused` where the database would forget a commit, or is not the same session twice. */
  async start(): Promise<void> {
    this.stopping = false;
    const client = new pg.Client({
      connectionString: this.databaseUrl,
      keepAlive: true,
      application_name: 'linkledger sender',
    });
    client.on('error', () => undefined);
    await client.connect();
    try {
      await this.take(client);
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
    client.on('end', () => this.lost());
    this.client = client;
  }

  async stop(): Promise<void> {
    this.stopping = true;
    const { client } = this;
    this.client = null;
    await client?.end().catch(() => undefined);
  }

  /** Does what one sender at a time may do; null where another one is at it, or our lock is gone. The database lets go of it when we die. */
  async alone<T>(key: string, work: () => Promise<T>): Promise<T | null> {
    const { client } = this;
    if (client === null || !(await asked(client, 'pg_try_advisory_lock', key))) return null;
    try {
      return await work();
    } finally {
      await asked(client, 'pg_advisory_unlock', key).catch(() => false);
    }
  }

  private async take(client: pg.Client): Promise<void> {
    const standing = await standingOf(client);
    const refusal = refusalOf(standing);
    if (refusal !== null) throw new SenderRefused(refusal);
    const taken = await client.query<{ is: boolean }>('select pg_try_advisory_lock($1::int, $2::int) as is', [
      SENDER_LOCKS,
      this.owner,
    ]);
    const again = await standingOf(client);
    if (taken.rows[0]?.is !== true || again.pid !== standing.pid || !(await isHeldBy(client, this.owner)))
      throw new SenderRefused(
        'The connection to the database changes between two statements (a pooler in transaction mode), so no lock of a session holds. Connect to PostgreSQL directly, or pool by session.',
      );
  }

  private lost(): void {
    this.client = null;
    if (this.stopping) return;
    this.log.warn('the sender lost its lock; nothing is claimed until it has it again');
    setTimeout(() => void this.again(), RECONNECT_MS);
  }

  private async again(): Promise<void> {
    if (this.stopping || this.isHeld) return;
    await this.start().catch(() => setTimeout(() => void this.again(), RECONNECT_MS));
  }
}

/** Why mail must not be sent over a database, or null: a commit that is forgotten in a crash sends a mail twice. */
export function refusalOf({ fsync, commit, throwaway }: Omit<Standing, 'pid'>): string | null {
  if (throwaway === 'on') return null;
  if (fsync !== 'on')
    return 'PostgreSQL runs with fsync = off: after a crash it may forget that a mail was sent. Set fsync = on.';
  return commit === 'off'
    ? 'PostgreSQL runs with synchronous_commit = off: after a crash it may forget that a mail was sent. Set it to on.'
    : null;
}

async function asked(
  client: pg.Client,
  lock: 'pg_try_advisory_lock' | 'pg_advisory_unlock',
  key: string,
): Promise<boolean> {
  const { rows } = await client.query<{ is: boolean }>(`select ${lock}(hashtextextended($1, 0)) as is`, [
    `linkledger sender ${key}`,
  ]);
  return rows[0]?.is === true;
}

async function standingOf(client: pg.Client): Promise<Standing> {
  const asked = await client.query<Standing>(
    `select pg_backend_pid() as pid, current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
       current_setting('linkledger.throwaway', true) as throwaway`,
  );
  return asked.rows[0] ?? { pid: 0, fsync: 'off', commit: 'off', throwaway: null };
}

async function isHeldBy(client: pg.Client, owner: number): Promise<boolean> {
  const asked = await client.query(
    `select 1 from pg_locks where locktype = 'advisory' and granted and pid = pg_backend_pid() and objsubid = 2
       and classid::bigint = $1 and objid::bigint = $2`,
    [SENDER_LOCKS, owner],
  );
  return asked.rows.length > 0;
}
