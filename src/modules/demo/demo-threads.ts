import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import type { DemoPast } from './demo-history.js';
import type { DemoMailOfTheirs } from './mail-stories.js';

/** Where a mail belongs: the site, the pitch on it and its client, each null where there is none. */
export interface DemoPlace {
  readonly siteId: string | null;
  readonly pitchId: string | null;
  readonly campaignId: string | null;
  readonly clientId: string | null;
}

/** A conversation as it begins. */
export interface DemoThread {
  readonly mailboxId: string;
  readonly place: DemoPlace;
  readonly contactId: string | null;
  readonly subject: string;
  readonly state: string;
  readonly isMine?: boolean;
  readonly messageCount: number;
}

/** A mail of theirs, and when it came. */
export type DemoArrival = Omit<DemoMailOfTheirs, 'ours' | 'hoursAgo'> & { readonly at: Date };

/** Writes down conversations of the demo and what came in, in the open transaction. */
@Injectable()
export class DemoThreads {
  constructor(private readonly database: Database) {}

  /** Opens a conversation whose last mail is this one; answers its id. */
  async open({ scope, ownerMemberId }: DemoPast, thread: DemoThread, last: DemoArrival): Promise<string> {
    const id = newId();
    const { place } = thread;
    await this.query(
      `insert into conversations (workspace_id, id, client_id, mailbox_id, site_id, contact_id, subject, subject_key, state, assignee_member_id,
         last_at, last_in_at, last_kind, message_count, snippet, from_name, from_address, search_text, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $6, $7, lower($7), $8, $9, $10, $10, $11, $12, $13, $14, $15, lower($7 || ' ' || $14 || ' ' || $15), $10, $10)`,
      [
        scope.workspaceId,
        id,
        place.clientId,
        thread.mailboxId,
        place.siteId,
        thread.contactId,
        thread.subject,
        thread.state,
        thread.isMine ? ownerMemberId : null,
        last.at,
        last.kind,
        thread.messageCount,
        last.text.replaceAll(/\s+/g, ' ').slice(0, 140),
        ...last.from,
      ],
    );
    if (place.pitchId !== null && place.clientId !== null)
      await this.query(
        'insert into conversation_pitches (workspace_id, client_id, conversation_id, pitch_id) values ($1, $2, $3, $4)',
        [scope.workspaceId, place.clientId, id, place.pitchId],
      );
    return id;
  }

  /** Puts a mail of theirs into a conversation; answers its id. */
  async arrive(
    { scope }: DemoPast,
    about: {
      readonly mailboxId: string;
      readonly to: string;
      readonly clientId: string | null;
      readonly conversationId: string;
      readonly outboundId: string | null;
    },
    mail: DemoArrival,
  ): Promise<string> {
    const id = newId();
    const back = mail.returnsInDays && new Date(mail.at.getTime() + mail.returnsInDays * 24 * 3_600_000);
    await this.query(
      `insert into inbound_messages (workspace_id, id, client_id, conversation_id, mailbox_id, folder, uid_validity, uid, body_hash, from_address,
         from_address_key, from_name, to_addresses, subject, sent_at, received_at, kind, rule, match_rule, outbound_id, body_text, quoted_text, body_html,
         recipients, opt_out, terms, terms_state, returns_on, created_at)
       values ($1, $2, $3, $4, $5, 'INBOX', 1, (select coalesce(max(uid), 0) + 1 from inbound_messages), $6, $7, $7, $8, $9, $10, $11, $11, $12, $13, $14, $15,
         $16, $17, $18, $19, $20, $21, $22, $23, $11)`,
      [
        scope.workspaceId,
        id,
        about.clientId,
        about.conversationId,
        about.mailboxId,
        createHash('sha256').update(mail.text).digest(),
        mail.from[1],
        mail.from[0],
        [about.to],
        mail.subject,
        mail.at,
        mail.kind,
        mail.rule,
        mail.matchRule,
        about.outboundId,
        mail.text,
        mail.quoted ?? '',
        mail.html ?? null,
        JSON.stringify(mail.recipients ?? []),
        mail.optOut ? JSON.stringify(mail.optOut) : null,
        mail.terms ? JSON.stringify(mail.terms) : null,
        mail.terms ? 'offered' : 'none',
        back ? back.toISOString().slice(0, 10) : null,
      ],
    );
    return id;
  }

  private query(sql: string, values: unknown[]): Promise<unknown> {
    return this.database.manager().query(sql, values);
  }
}
