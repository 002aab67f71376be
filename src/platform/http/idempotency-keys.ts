import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Database } from '../database/database.js';

/** Whose key it is: two members, or two workspaces, may use the same one. */
export interface KeyOwner {
  readonly workspaceId: string;
  readonly principal: string;
  readonly key: string;
}

/** What is remembered of a request that was answered. */
export interface RememberedAnswer {
  readonly hash: Buffer;
  readonly status: number;
  readonly body: unknown;
}

/** How long an answer is remembered. */
const KEPT_MS = 24 * 3_600_000;

/** The remembered answers, in the open transaction of their workspace. */
@Injectable()
export class IdempotencyKeys {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes the key for this transaction; false when another one holds it. A plain INSERT of the same key would wait for
   * the other transaction instead of refusing.
   */
  async lock(owner: KeyOwner): Promise<boolean> {
    const name = `idempotency ${owner.workspaceId} ${owner.principal} ${owner.key}`;
    const rows = await this.database
      .manager()
      .query<{ got: boolean }[]>('select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as got', [name]);
    return rows[0]?.got === true;
  }

  /** The remembered answer under a key, or null: none, or one older than a day, which is removed. */
  async find(owner: KeyOwner): Promise<RememberedAnswer | null> {
    const { workspaceId, principal, key } = owner;
    const place = 'workspace_id = $1 and principal = $2 and key = $3';
    const manager = this.database.manager();
    await manager.query(`delete from idempotency_keys where ${place} and created_at <= $4`, [
      workspaceId,
      principal,
      key,
      new Date(this.clock.now().getTime() - KEPT_MS),
    ]);
    const rows = await manager.query<{ request_hash: Buffer; status: number; response: unknown }[]>(
      `select request_hash, status, response from idempotency_keys where ${place}`,
      [workspaceId, principal, key],
    );
    const row = rows[0];
    return row === undefined ? null : { hash: row.request_hash, status: row.status, body: row.response };
  }

  /** Keeps the answer under its key. */
  async remember(owner: KeyOwner, answer: RememberedAnswer): Promise<void> {
    const body = answer.body === undefined || answer.body === null ? null : JSON.stringify(answer.body);
    await this.database.manager().query(
      `insert into idempotency_keys (workspace_id, principal, key, request_hash, status, response, created_at)
         values ($1, $2, $3, $4, $5, $6::jsonb, $7)`,
      [owner.workspaceId, owner.principal, owner.key, answer.hash, answer.status, body, this.clock.now()],
    );
  }

  /** Removes what this workspace remembered for longer than a day. */
  async clean(): Promise<void> {
    await this.database
      .manager()
      .query('delete from idempotency_keys where created_at <= $1', [
        new Date(this.clock.now().getTime() - KEPT_MS),
      ]);
  }
}
