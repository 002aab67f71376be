import { Injectable } from '@nestjs/common';
import type { CopyStanding } from '../../core/sending/doubt.js';
import { Database } from '../../platform/database/database.js';
import type { Try } from './claims.repository.js';
import type { Evidence, OutboundRow } from './outbound-row.js';

/** A mail to look for in a mailbox. */
export interface LookedFor {
  readonly workspaceId: string;
  readonly mailboxId: string;
  readonly messageId: string;
}

const PLACE = `workspace_id as "workspaceId", mailbox_id as "mailboxId", message_id as "messageId"`;

/** Doubts and the evidence about them. A look is written by compare-and-set on the look before it, so that two senders never count as two looks. */
@Injectable()
export class DoubtsRepository {
  constructor(private readonly database: Database) {}

  /** Doubts past their grace, over all workspaces, that nobody has looked at lately. */
  waiting(doubtedBefore: Date, lookedBefore: Date): Promise<LookedFor[]> {
    return this.database.inInstallation(() =>
      this.rows(`select ${PLACE} from outbound_doubts($1, $2, 200)`, [doubtedBefore, lookedBefore]),
    );
  }

  /** Mails that were surely sent and have not been looked for in Sent. */
  copiesDue(sentBefore: Date): Promise<LookedFor[]> {
    return this.database.inInstallation(() =>
      this.rows(`select ${PLACE} from outbound_copies_due($1, 200)`, [sentBefore]),
    );
  }

  /** What came in that names a mail: a bounce, an answer, or its copy. */
  async naming({ id, messageId }: OutboundRow): Promise<string | null> {
    const [row] = await this.rows<{ id: string }>(
      `(select id from inbound_messages where outbound_id = $1 limit 1)
       union all (select id from inbound_messages where message_id = $2 limit 1) limit 1`,
      [id, messageId],
    );
    return row?.id ?? null;
  }

  async standing(mailboxId: string): Promise<CopyStanding> {
    const [row] = await this.rows<CopyStanding>(
      'select sent_copy as "sentCopy", sent_copy_seen as seen from mailboxes where id = $1',
      [mailboxId],
    );
    return row ?? { sentCopy: 'unknown', seen: 0 };
  }

  async writeStanding(mailboxId: string, { sentCopy, seen }: CopyStanding): Promise<void> {
    await this.rows('update mailboxes set sent_copy = $2, sent_copy_seen = $3 where id = $1', [
      mailboxId,
      sentCopy,
      seen,
    ]);
  }

  /** Notes a look that found nothing; false when somebody else looked meanwhile, or it is another try by now. */
  looked(row: OutboundRow, evidence: Evidence, at: Date): Promise<boolean> {
    return this.changed(
      `update outbound_messages set looks = looks + 1, looked_at = $4, evidence = evidence || $5::jsonb, updated_at = $4
       where id = $1 and state = 'in_doubt' and attempt = $2 and looks = $3 and owner is null`,
      [row.id, row.attempt, row.looks, at, JSON.stringify([evidence])],
    );
  }

  /** Notes that nobody could look, so that the next round comes to others first. */
  async putOff(row: OutboundRow, at: Date): Promise<void> {
    await this.changed(
      `update outbound_messages set looked_at = $4 where id = $1 and state = 'in_doubt' and attempt = $2 and looks = $3`,
      [row.id, row.attempt, row.looks, at],
    );
  }

  /** Evidence, or a person, says it was sent. */
  sent({ id, attempt }: Try, evidence: Evidence, at: Date): Promise<boolean> {
    return this.changed(
      `update outbound_messages set state = 'sent', sent_at = coalesce(in_doubt_at, $4), owner = null, looked_at = null,
         evidence = evidence || $3::jsonb, updated_at = $4
       where id = $1 and attempt = $2 and state in ('in_doubt', 'unknown')`,
      [id, attempt, JSON.stringify([evidence]), at],
    );
  }

  /** Evidence, or a person, says it was not: the same bytes may be sent again, as a new attempt. */
  notSent({ id, attempt }: Try, evidence: Evidence, at: Date): Promise<boolean> {
    return this.changed(
      `update outbound_messages set state = 'ready', owner = null, not_before = $4, looks = 0, looked_at = null,
         evidence = evidence || $3::jsonb, updated_at = $4
       where id = $1 and attempt = $2 and state in ('in_doubt', 'unknown')`,
      [id, attempt, JSON.stringify([evidence]), at],
    );
  }

  /** No evidence will come: a person must say. */
  unknown({ id, attempt }: Try, at: Date): Promise<boolean> {
    return this.changed(
      `update outbound_messages set state = 'unknown', owner = null, updated_at = $3
       where id = $1 and attempt = $2 and state = 'in_doubt'`,
      [id, attempt, at],
    );
  }

  /** A certain send was looked for; it is not looked for again. */
  async copyLooked(id: string, at: Date): Promise<void> {
    await this.changed(`update outbound_messages set looked_at = $2 where id = $1 and state = 'sent'`, [
      id,
      at,
    ]);
  }

  async settledBy(id: string, userId: string | null): Promise<void> {
    await this.changed('update outbound_messages set settled_by = $2 where id = $1', [id, userId]);
  }

  private async changed(sql: string, values: unknown[]): Promise<boolean> {
    const [, count] = await this.database.manager().query<[unknown[], number]>(sql, values);
    return count === 1;
  }

  private rows<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}
