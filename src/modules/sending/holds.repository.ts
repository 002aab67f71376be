import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

export type HoldParams = Readonly<Record<string, unknown>>;

/** Why a mail waits, and until when (milliseconds since 1970). */
interface Wait {
  readonly code: string;
  readonly params: HoldParams;
  readonly until: number;
}

/** What a manager let pass stays with the mail, whatever it waits for next. */
const KEPT = `jsonb_build_object('overridden', coalesce(hold_params -> 'overridden', '[]'::jsonb))`;
const WAITING = `state in ('ready', 'deferred')`;

/** Mails that wait for a person (`held_at` is set) or for a moment (`hold_code` alone). */
@Injectable()
export class HoldsRepository {
  constructor(private readonly database: Database) {}

  /** Holds a mail; true when it was not held for this reason before. */
  async hold(id: string, code: string, params: HoldParams, at: Date): Promise<boolean> {
    const rows = await this.changed(
      `update outbound_messages set hold_code = $2, hold_params = $3::jsonb || ${KEPT}, held_at = $4, updated_at = $4
       where id = $1 and ${WAITING} and (held_at is null or hold_code is distinct from $2)`,
      [id, code, JSON.stringify(params), at],
    );
    return rows === 1;
  }

  /** Lets a mail wait until a moment, and says why. */
  async wait(id: string, { code, params, until }: Wait, at: Date): Promise<void> {
    await this.changed(
      `update outbound_messages set hold_code = $2, hold_params = $3::jsonb || ${KEPT}, held_at = null,
         not_before = greatest(not_before, $4), updated_at = $5
       where id = $1 and ${WAITING}`,
      [id, code, JSON.stringify(params), new Date(until), at],
    );
  }

  /** Makes a mail due, and no longer held; false when it waits no more. */
  async dueAt(id: string, at: Date): Promise<boolean> {
    const rows = await this.changed(
      `update outbound_messages set not_before = $2, held_at = null, hold_code = null, updated_at = $2 where id = $1 and ${WAITING}`,
      [id, at],
    );
    return rows === 1;
  }

  /** Lets a held mail be judged again; `overridden` adds what a manager lets pass. Answers whether it was held. */
  async release(id: string, overridden: readonly string[], at: Date): Promise<boolean> {
    const rows = await this.changed(
      `update outbound_messages set hold_code = null, held_at = null, updated_at = $3, crashes = 0,
         hold_params = jsonb_build_object('overridden', coalesce(hold_params -> 'overridden', '[]'::jsonb) || $2::jsonb)
       where id = $1 and held_at is not null and ${WAITING}`,
      [id, JSON.stringify(overridden), at],
    );
    return rows === 1;
  }

  /** Lets every mail be judged again that is held for a reason that is gone. */
  async releaseAll(
    where: { codes: readonly string[]; mailboxId?: string; contactId?: string; enrollmentId?: string },
    at: Date,
  ): Promise<number> {
    return this.changed(
      `update outbound_messages set hold_code = null, held_at = null, updated_at = $5
       where hold_code = any ($1::text[]) and ${WAITING}
         and ($2::uuid is null or mailbox_id = $2) and ($3::uuid is null or contact_id = $3) and ($4::uuid is null or enrollment_id = $4)`,
      [where.codes, where.mailboxId ?? null, where.contactId ?? null, where.enrollmentId ?? null, at],
    );
  }

  /** Stops a mail that nobody has asked a server to take. A claimed one is stopped, too: its sender finds out after the 354. */
  async cancel(id: string, code: string, at: Date): Promise<boolean> {
    const rows = await this.changed(
      `update outbound_messages set state = 'cancelled', failure_code = $2, hold_code = null, held_at = null, owner = null, updated_at = $3
       where id = $1 and state in ('ready', 'deferred', 'claimed')`,
      [id, code, at],
    );
    return rows === 1;
  }

  private async changed(sql: string, values: unknown[]): Promise<number> {
    const [, count] = await this.database.manager().query<[unknown[], number]>(sql, values);
    return count;
  }
}
