import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { type Evidence, type OutboundRow, ROW } from './outbound-row.js';
import { SENDER_LOCKS } from './sender-lock.js';

/** What this program speaks; a database that was told more gives an older program nothing to send. */
export const SENDING_PROTOCOL = 1;

/** A mail that may be claimed. */
export interface Candidate {
  readonly workspaceId: string;
  readonly messageId: string;
  readonly mailboxId: string;
}

/** One try to send one mail. Every write names it: who lost the mail in between writes nothing. */
export interface Try {
  readonly id: string;
  readonly attempt: number;
}

/** A mail in the hands of a sender that is dead. */
export interface Orphan extends Try {
  readonly workspaceId: string;
  readonly state: 'claimed' | 'in_doubt';
}

/** Claims and what becomes of them, each a compare-and-set on mail, state and attempt. */
@Injectable()
export class ClaimsRepository {
  constructor(private readonly database: Database) {}

  /** Mails that are due, over all workspaces; so many of one mailbox at most. */
  due(now: Date, atMost: number, perMailbox: number): Promise<Candidate[]> {
    return this.database.inInstallation(() =>
      this.rows(
        `select workspace_id as "workspaceId", message_id as "messageId", mailbox_id as "mailboxId"
         from due_outbound($1, $2, $3, $4)`,
        [SENDING_PROTOCOL, now, atMost, perMailbox],
      ),
    );
  }

  /** Takes a mail for a sender; null when it is not to be had any more. */
  async claim(id: string, owner: number, at: Date): Promise<Try | null> {
    const [claimed] = await this.rows<{ attempt: number }>(
      'select attempt from claim_outbound($1, $2, $3, $4)',
      [SENDING_PROTOCOL, id, owner, at],
    );
    return claimed === undefined ? null : { id, attempt: claimed.attempt };
  }

  async one(id: string): Promise<OutboundRow | null> {
    const [row] = await this.rows<OutboundRow>(`${ROW} where o.id = $1`, [id]);
    return row ?? null;
  }

  many(ids: readonly string[]): Promise<OutboundRow[]> {
    return this.rows(`${ROW} where o.id = any ($1::uuid[]) order by o.id`, [ids]);
  }

  async freeze(id: string, bytes: Buffer): Promise<void> {
    await this.rows('update outbound_messages set mail_bytes = $2 where id = $1 and mail_bytes is null', [
      id,
      bytes,
    ]);
  }

  /** The point of no return. False: the mail is somebody else's, or was stopped. */
  doubt({ id, attempt }: Try, owner: number, at: Date): Promise<boolean> {
    return this.changed(
      `update outbound_messages set state = 'in_doubt', in_doubt_at = $4, looks = 0, looked_at = null, updated_at = $4
       where id = $1 and state = 'claimed' and attempt = $2 and owner = $3`,
      [id, attempt, owner, at],
    );
  }

  /** Taken by the server. Also where evidence was slower than the answer: the attempt is the same. */
  sent({ id, attempt }: Try, reply: string, evidence: Evidence, at: Date): Promise<boolean> {
    return this.changed(
      `update outbound_messages set state = 'sent', sent_at = $3, final_reply = $4, owner = null, hold_code = null, held_at = null,
         looked_at = null, evidence = evidence || $5::jsonb, updated_at = $3
       where id = $1 and attempt = $2 and state in ('claimed', 'in_doubt', 'unknown', 'ready')`,
      [id, attempt, at, reply.slice(0, 500), JSON.stringify([evidence])],
    );
  }

  /** Taken, but that could not be written whole: the answer is kept, and the doubts' round settles it. */
  keepAnswer({ id, attempt }: Try, reply: string, at: Date): Promise<boolean> {
    const evidence = [{ kind: 'reply', at: at.toISOString(), attempt }];
    return this.changed(
      `update outbound_messages set owner = null, final_reply = $3, evidence = evidence || $4::jsonb, updated_at = $5
       where id = $1 and attempt = $2 and state = 'in_doubt'`,
      [id, attempt, reply.slice(0, 500), JSON.stringify(evidence), at],
    );
  }

  /** An enrolment is locked before its mail: who stops it does so, too. */
  async lockEnrollment(id: string | null): Promise<void> {
    if (id !== null) await this.rows('select 1 from enrollments where id = $1 for update', [id]);
  }

  /** Surely not taken: it waits for its next time. `asked` tells whether a server said so (deferred) or none was asked (ready). */
  later(
    { id, attempt }: Try,
    { notBefore, code, asked, at }: { notBefore: Date; code: string; asked: boolean; at: Date },
  ): Promise<boolean> {
    return this.changed(
      `update outbound_messages set state = $3, owner = null, not_before = greatest(not_before, $4), failure_code = $5, updated_at = $6
       where id = $1 and attempt = $2 and state in ('claimed', 'in_doubt')`,
      [id, attempt, asked ? 'deferred' : 'ready', notBefore, code, at],
    );
  }

  failed({ id, attempt }: Try, code: string, reply: string | null, at: Date): Promise<boolean> {
    return this.changed(
      `update outbound_messages set state = 'failed', owner = null, failure_code = $3, final_reply = $4, updated_at = $5
       where id = $1 and attempt = $2 and state in ('claimed', 'in_doubt')`,
      [id, attempt, code, reply?.slice(0, 500) ?? null, at],
    );
  }

  /** The answer was lost: it stays in doubt, and nobody has it in hand. */
  async abandon({ id, attempt }: Try, code: string, at: Date): Promise<boolean> {
    return this.changed(
      `update outbound_messages set owner = null, failure_code = $3, updated_at = $4
       where id = $1 and attempt = $2 and state = 'in_doubt'`,
      [id, attempt, code, at],
    );
  }

  /** A claim goes back without having been tried. */
  release({ id, attempt }: Try, at: Date, isCrash: boolean): Promise<boolean> {
    return this.changed(
      `update outbound_messages set state = 'ready', owner = null, crashes = crashes + $4, updated_at = $3
       where id = $1 and attempt = $2 and state = 'claimed'`,
      [id, attempt, at, isCrash ? 1 : 0],
    );
  }

  /** A mail whose sender died after the point of no return. */
  orphaned({ id, attempt }: Try, at: Date): Promise<boolean> {
    return this.changed(
      `update outbound_messages set owner = null, crashes = crashes + 1, updated_at = $3
       where id = $1 and attempt = $2 and state = 'in_doubt' and owner is not null`,
      [id, attempt, at],
    );
  }

  /** What dead senders hold, over all workspaces. */
  async orphans(): Promise<Orphan[]> {
    return this.database.inInstallation(() =>
      this.rows<Orphan>(
        `select workspace_id as "workspaceId", message_id as id, state, attempt from orphaned_outbound($1)`,
        [SENDER_LOCKS],
      ),
    );
  }

  private async changed(sql: string, values: unknown[]): Promise<boolean> {
    const [, count] = await this.database.manager().query<[unknown[], number]>(sql, values);
    return count === 1;
  }

  private rows<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}
