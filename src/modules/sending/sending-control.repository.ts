import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** The one row that says whether this installation sends. */
@Injectable()
export class SendingControlRepository {
  constructor(private readonly database: Database) {}

  async read(): Promise<{ isPaused: boolean; pauseCode: string | null; pausedAt: Date | null }> {
    const [row] = await this.database
      .manager()
      .query<{ isPaused: boolean; pauseCode: string | null; pausedAt: Date | null }[]>(
        'select is_paused as "isPaused", pause_code as "pauseCode", paused_at as "pausedAt" from sending_control',
      );
    return row ?? { isPaused: true, pauseCode: null, pausedAt: null };
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
