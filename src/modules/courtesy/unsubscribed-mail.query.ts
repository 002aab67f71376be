import { Injectable } from '@nestjs/common';
import type { Subject } from '../../core/events/kinds.js';
import { Database } from '../../platform/database/database.js';

/** What a mail that somebody unsubscribed by belongs to, in the open transaction. */
@Injectable()
export class UnsubscribedMail {
  constructor(private readonly database: Database) {}

  async isWorkspace(id: string): Promise<boolean> {
    return (await this.query<unknown>('select 1 from workspaces where id = $1', [id])).length > 0;
  }

  /** The records whose timelines tell of it; none where the mail is not here. */
  async subjects(outboundId: string): Promise<Subject[]> {
    const rows = await this.query<Record<string, string | null>>(
      `select id as mail, mailbox_id as mailbox, pitch_id as pitch, campaign_id as campaign, site_id as site, contact_id as contact,
         client_id as client from outbound_messages where id = $1`,
      [outboundId],
    );
    const kinds = ['mail', 'mailbox', 'pitch', 'campaign', 'site', 'contact', 'client'] as const;
    return kinds.flatMap((kind): Subject[] => {
      const id = rows[0]?.[kind];
      return id === undefined || id === null ? [] : [{ kind, id }];
    });
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}
