import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** A mail that would leave, or may have left, in a database that was put back. */
export interface OpenMail {
  readonly id: string;
  readonly attempt: number;
  readonly messageId: string;
  readonly enrollmentId: string | null;
  readonly addressKey: string;
  readonly notBefore: Date;
  readonly isHeld: boolean;
  /** Message-IDs of all mails of its enrolment, its own among them. */
  readonly thread: readonly string[];
}

/** A mailbox with an inbox of its own. */
export interface ReadMailbox {
  readonly id: string;
  readonly address: string;
  /** Whether sent mail was seen to lie in Sent. */
  readonly keepsSent: boolean;
}

/** Mailboxes, and mails that have not surely left, in the open transaction. */
@Injectable()
export class RestoreMails {
  constructor(private readonly database: Database) {}

  mailboxes(): Promise<ReadMailbox[]> {
    return this.rows(
      `select id, address, sent_copy <> 'unknown' as "keepsSent" from mailboxes
       where archived_at is null and sign_in <> 'catcher' order by address`,
    );
  }

  open(mailboxId: string): Promise<OpenMail[]> {
    return this.rows(
      `select o.id, o.attempt, o.message_id as "messageId", o.enrollment_id as "enrollmentId", o.to_address_key as "addressKey",
         o.not_before as "notBefore", o.held_at is not null as "isHeld",
         array(select t.message_id from outbound_messages t where t.id = o.id or t.enrollment_id = o.enrollment_id) as thread
       from outbound_messages o where o.mailbox_id = $1 and o.state in ('ready', 'deferred', 'claimed', 'in_doubt', 'unknown')
       order by o.not_before, o.id`,
      [mailboxId],
    );
  }

  /** Sent after all; false when it is not open any more. The enrolment is locked first, as whoever stops a mail does. */
  async sent({ id, enrollmentId }: OpenMail, evidence: object, at: Date): Promise<boolean> {
    if (enrollmentId !== null)
      await this.rows('select 1 from enrollments where id = $1 for update', [enrollmentId]);
    return this.changed(
      `update outbound_messages set state = 'sent', sent_at = $2, claimed_at = coalesce(claimed_at, $2), owner = null, hold_code = null,
         held_at = null, evidence = evidence || $3::jsonb, updated_at = $2
       where id = $1 and state in ('ready', 'deferred', 'claimed', 'in_doubt', 'unknown')`,
      [id, at, JSON.stringify([evidence])],
    );
  }

  /** Held for a person; what is held already stays so. */
  hold(id: string, code: string, at: Date): Promise<boolean> {
    return this.changed(
      `update outbound_messages set hold_code = $2, held_at = $3, updated_at = $3
       where id = $1 and state in ('ready', 'deferred') and held_at is null`,
      [id, code, at],
    );
  }

  private async changed(sql: string, values: unknown[]): Promise<boolean> {
    const [, count] = await this.database.manager().query<[unknown[], number]>(sql, values);
    return count === 1;
  }

  private rows<Row>(sql: string, values: unknown[] = []): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}
