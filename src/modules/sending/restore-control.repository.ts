import { Injectable } from '@nestjs/common';
import type { RestoreMark } from '../../core/sending/restore.js';
import { Database } from '../../platform/database/database.js';

/** Whether this installation may send, as the database has it. */
export interface Control {
  readonly isPaused: boolean;
  readonly pauseCode: string | null;
  readonly mark: RestoreMark | null;
  /** The moment of the backup that was put back, if one was. */
  readonly backupAt: string | null;
}

/** The one row that says whether this installation may send; in the open transaction. */
@Injectable()
export class RestoreControl {
  constructor(private readonly database: Database) {}

  async read(lock: boolean): Promise<Control> {
    const [row] = await this.rows<Omit<Control, 'mark'> & { token: string | null; beat: number }>(
      `select is_paused as "isPaused", pause_code as "pauseCode", restore_token as token, coalesce((facts ->> 'beat')::float8, 0) as beat,
         facts ->> 'backupAt' as "backupAt" from sending_control ${lock ? 'for update' : ''}`,
    );
    if (row === undefined) throw new Error('sending_control has lost its row');
    const { token, beat, ...control } = row;
    return { ...control, mark: token === null ? null : { token, beat } };
  }

  async mark({ token, beat }: RestoreMark): Promise<void> {
    await this.rows(
      `update sending_control set restore_token = $1, facts = facts || jsonb_build_object('beat', $2::float8)`,
      [token, beat],
    );
  }

  async pause(code: string, at: Date): Promise<void> {
    await this.rows('update sending_control set is_paused = true, pause_code = $1, paused_at = $2', [
      code,
      at,
    ]);
  }

  async reconciled(at: Date, facts: object): Promise<void> {
    await this.rows(
      `update sending_control set reconciled_at = $1, facts = facts || jsonb_build_object('reconciliation', $2::jsonb)`,
      [at, JSON.stringify(facts)],
    );
  }

  private rows<Row>(sql: string, values: unknown[] = []): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}
