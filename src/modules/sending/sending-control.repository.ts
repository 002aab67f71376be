import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** Whether this installation sends, since when not, and when its mailboxes were last compared with the database. */
export interface SendingStanding {
  readonly isPaused: boolean;
  readonly pauseCode: string | null;
  readonly pausedAt: Date | null;
  readonly reconciledAt: Date | null;
}

/** The one row that says whether this installation sends. */
@Injectable()
export class SendingControlRepository {
  constructor(private readonly database: Database) {}

  /** Locked, where it is asked for, until the transaction ends. */
  async read(lock = false): Promise<SendingStanding> {
    const [row] = await this.database.manager().query<SendingStanding[]>(
      `select is_paused as "isPaused", pause_code as "pauseCode", paused_at as "pausedAt", reconciled_at as "reconciledAt"
         from sending_control ${lock ? 'for update' : ''}`,
    );
    return row ?? { isPaused: true, pauseCode: null, pausedAt: null, reconciledAt: null };
  }

  pause(code: string, at: Date): Promise<boolean> {
    return this.changed(
      'update sending_control set is_paused = true, pause_code = $1, paused_at = $2 where not is_paused',
      [code, at],
    );
  }

  resume(): Promise<boolean> {
    return this.changed(
      'update sending_control set is_paused = false, pause_code = null, paused_at = null where is_paused',
      [],
    );
  }

  private async changed(sql: string, values: unknown[]): Promise<boolean> {
    const [, count] = await this.database.manager().query<[unknown[], number]>(sql, values);
    return count === 1;
  }
}
