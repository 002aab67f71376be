import { Injectable } from '@nestjs/common';
import { giveBack, type LimitRule, type LimitState, tryOnce } from '../../core/access/limiter.js';
import { Clock } from '../clock/clock.js';
import { Database } from '../database/database.js';
import { AppError } from '../errors/app-error.js';

interface LimitRow {
  window_started_at: Date;
  hits: number;
  blocked_until: Date | null;
}

/** Counts tries in PostgreSQL, so that limits hold over restarts and over several machines. */
@Injectable()
export class Limiter {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Counts one try under every key, in a transaction of its own. Throws `access.too_many_tries` with the seconds to
   * wait when one of them is used up.
   */
  async take(rule: LimitRule, keys: readonly string[]): Promise<void> {
    const waits = await this.database.inInstallation(async () => {
      const found: number[] = [];
      for (const key of [...keys].sort()) found.push(await this.takeOne(rule, key));
      return found;
    });
    const waitMs = Math.max(0, ...waits);
    if (waitMs > 0) throw new AppError('access.too_many_tries', { retryAfterS: Math.ceil(waitMs / 1000) });
  }

  /** Takes one counted try back: it was rightful. */
  async giveBack(rule: LimitRule, key: string): Promise<void> {
    await this.database.inInstallation(async () => {
      const state = await this.locked(key);
      if (state !== null) await this.save(key, giveBack(rule, state));
    });
  }

  /** Forgets all tries under a key. */
  async forget(key: string): Promise<void> {
    await this.database.inInstallation(() =>
      this.database.manager().query('delete from limits where key = $1', [key]),
    );
  }

  /** Removes what has been quiet for a day; answers how many. */
  async clean(): Promise<number> {
    return this.database.inInstallation(async () => {
      const before = new Date(this.clock.now().getTime() - 86_400_000);
      const removed: unknown = await this.database
        .manager()
        .query(
          'with gone as (delete from limits where window_started_at < $1 returning 1) select count(*)::int as n from gone',
          [before],
        );
      return (removed as { n: number }[])[0]?.n ?? 0;
    });
  }

  private async takeOne(rule: LimitRule, key: string): Promise<number> {
    const now = this.clock.now();
    await this.database
      .manager()
      .query('insert into limits (key, window_started_at, hits) values ($1, $2, 0) on conflict do nothing', [
        key,
        now,
      ]);
    const decision = tryOnce(rule, await this.locked(key), now.getTime());
    if (decision.waitMs === 0) await this.save(key, decision.state);
    return decision.waitMs;
  }

  private async locked(key: string): Promise<LimitState | null> {
    const rows = await this.database
      .manager()
      .query<LimitRow[]>(
        'select window_started_at, hits, blocked_until from limits where key = $1 for update',
        [key],
      );
    const row = rows[0];
    if (row === undefined) return null;
    return {
      windowStartedAt: row.window_started_at.getTime(),
      hits: row.hits,
      blockedUntil: row.blocked_until?.getTime() ?? null,
    };
  }

  private async save(key: string, state: LimitState): Promise<void> {
    await this.database
      .manager()
      .query('update limits set window_started_at = $2, hits = $3, blocked_until = $4 where key = $1', [
        key,
        new Date(state.windowStartedAt),
        state.hits,
        state.blockedUntil === null ? null : new Date(state.blockedUntil),
      ]);
  }
}
