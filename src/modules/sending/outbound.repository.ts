import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { HeldMail, WhichOutbound } from './outbound.port.js';
import { type OutboundRow, ROW } from './outbound-row.js';

/** The sender of a mail, as it stands when the mail is written. */
export interface Sender {
  readonly id: string;
  readonly address: string;
  readonly name: string;
  readonly signature: string;
}

/** A row to insert: its columns by name. */
export type FreshOutbound = Readonly<Record<string, unknown>> & { readonly id: string };

/** Mails on their way out in the open transaction, for those who write and stop them. */
@Injectable()
export class OutboundRepository {
  constructor(private readonly database: Database) {}

  /** Mailboxes in use, by id. */
  async senders(ids: readonly string[]): Promise<Map<string, Sender>> {
    const rows = await this.rows<Sender>(
      `select id, address, sender_name as name, signature from mailboxes where id = any ($1::uuid[]) and archived_at is null`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Writes mails down; the tables' own defaults make them ready. */
  async insert(rows: readonly FreshOutbound[]): Promise<void> {
    const [first] = rows;
    if (first === undefined) return;
    const columns = Object.keys(first).join(', ');
    await this.rows(
      `insert into outbound_messages (${columns})
       select ${columns} from jsonb_populate_recordset(null::outbound_messages, $1::jsonb)`,
      [JSON.stringify(rows)],
    );
  }

  /** The mails a stop is about, locked, oldest first: what is sent and done with is left out. */
  lock(which: WhichOutbound): Promise<OutboundRow[]> {
    const [column, value] = conditionOf(which);
    return this.rows(
      `${ROW} where ${column} and o.state not in ('failed', 'cancelled') order by o.id for update of o`,
      [value],
    );
  }

  /** Another time for a mail that waits. */
  async reschedule(id: string, notBefore: Date, at: Date): Promise<boolean> {
    const [, count] = await this.database
      .manager()
      .query<[unknown[], number]>(
        `update outbound_messages set not_before = $2, updated_at = $3 where id = $1 and state in ('ready', 'deferred')`,
        [id, notBefore, at],
      );
    return count === 1;
  }

  held(): Promise<HeldMail[]> {
    return this.rows(
      `select id, mailbox_id as "mailboxId", enrollment_id as "enrollmentId", hold_code as code, hold_params as params, held_at as "heldAt"
       from outbound_messages where state in ('ready', 'deferred') and held_at is not null order by held_at, id limit 1000`,
      [],
    );
  }

  private rows<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}

function conditionOf(which: WhichOutbound): readonly [string, unknown] {
  if ('ids' in which) return ['o.id = any ($1::uuid[])', which.ids];
  if ('enrollmentId' in which) return ['o.enrollment_id = $1', which.enrollmentId];
  return ['o.to_address_key = $1', which.addressKey];
}
