import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** The mail an answer goes to. */
export interface AnsweredMail {
  readonly messageId: string | null;
  readonly references: string[];
  readonly subject: string;
  readonly fromAddress: string;
  readonly fromName: string;
  readonly createdAt: Date;
}

/** The thread of a conversation, in the open transaction. */
@Injectable()
export class ThreadQuery {
  constructor(private readonly database: Database) {}

  /** The newest mail somebody wrote; reports and answers of machines are nobody's. */
  async lastIn(conversationId: string): Promise<AnsweredMail | null> {
    const rows = await this.database.manager().query<AnsweredMail[]>(
      `select message_id as "messageId", reference_ids as "references", subject, from_address as "fromAddress", from_name as "fromName",
         created_at as "createdAt"
       from inbound_messages where conversation_id = $1 and kind not in ('own', 'bounce', 'complaint') and from_address <> ''
       order by (coalesce(corrected_kind, kind) = 'reply') desc, received_at desc, id desc limit 1`,
      [conversationId],
    );
    return rows[0] ?? null;
  }

  /** Whether something was written in a conversation since a moment, whether it has left yet or not. */
  async hasAnswered(conversationId: string, since: Date): Promise<boolean> {
    const rows = await this.database
      .manager()
      .query<unknown[]>(
        `select 1 from outbound_messages where conversation_id = $1 and created_at >= $2 and state not in ('failed', 'cancelled') limit 1`,
        [conversationId, since],
      );
    return rows.length > 0;
  }
}
