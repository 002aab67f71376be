import { Injectable } from '@nestjs/common';
import type { ConversationState, InboundKind } from '../../core/inbox/inbox.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import { CONVERSATION_NEWS, Notify } from '../../platform/events/notify.js';

/** A conversation with its row locked. */
export interface HeldConversation {
  readonly id: string;
  readonly clientId: string | null;
  readonly mailboxId: string | null;
  readonly siteId: string | null;
  readonly contactId: string | null;
  readonly subject: string;
  readonly state: ConversationState;
  readonly assigneeMemberId: string | null;
  readonly snoozedUntil: Date | null;
  readonly revision: number;
  readonly pitchIds: readonly string[];
}

export interface NewConversation {
  readonly clientId: string | null;
  readonly mailboxId: string;
  readonly siteId: string | null;
  readonly contactId: string | null;
  readonly subject: string;
  readonly subjectKey: string;
  readonly state: ConversationState;
  readonly assigneeMemberId: string | null;
}

/** What a mail changes of its conversation. */
export interface MailSeen {
  readonly state: ConversationState;
  readonly at: Date;
  readonly kind: InboundKind;
  readonly isOwn: boolean;
  readonly snippet: string;
  readonly fromName: string;
  readonly fromAddress: string;
  readonly searchText: string;
}

const HELD = `c.id, c.client_id as "clientId", c.mailbox_id as "mailboxId", c.site_id as "siteId", c.contact_id as "contactId", c.subject, c.state,
  c.assignee_member_id as "assigneeMemberId", c.snoozed_until as "snoozedUntil", c.revision,
  array(select p.pitch_id from conversation_pitches p where p.workspace_id = c.workspace_id and p.conversation_id = c.id order by p.pitch_id) as "pitchIds"`;

/** Conversations in the open transaction. Screens that show one hear of each change when it is committed. */
@Injectable()
export class ConversationRows {
  constructor(
    private readonly database: Database,
    private readonly notify: Notify,
  ) {}

  async lock(id: string): Promise<HeldConversation | null> {
    const rows = await this.query<HeldConversation>(
      `select ${HELD} from conversations c where c.id = $1 and c.archived_at is null for update of c`,
      [id],
    );
    return rows[0] ?? null;
  }

  /** The conversation a pitch is talked about in, in any mailbox; the newest where there are several. */
  async ofPitch(pitchId: string): Promise<string | null> {
    const rows = await this.query<{ id: string }>(
      `select c.id from conversation_pitches p join conversations c on c.workspace_id = p.workspace_id and c.id = p.conversation_id
       where p.pitch_id = $1 and c.archived_at is null order by c.last_at desc limit 1`,
      [pitchId],
    );
    return rows[0]?.id ?? null;
  }

  /** The conversation with a person or a site under the same subject, where no pitch says more. */
  async alike(like: {
    mailboxId: string;
    siteId: string | null;
    contactId: string | null;
    fromKey: string;
    subjectKey: string;
  }): Promise<string | null> {
    const rows = await this.query<{ id: string }>(
      `select c.id from conversations c
       where c.mailbox_id = $1 and c.subject_key = $2 and c.archived_at is null
         and c.site_id is not distinct from $3 and c.contact_id is not distinct from $4
         and exists (select 1 from inbound_messages i where i.workspace_id = c.workspace_id and i.conversation_id = c.id and i.from_address_key = $5)
       order by c.last_at desc limit 1`,
      [like.mailboxId, like.subjectKey, like.siteId, like.contactId, like.fromKey],
    );
    return rows[0]?.id ?? null;
  }

  async insert(row: NewConversation, at: Date): Promise<string> {
    const id = newId(at);
    await this.query(
      `insert into conversations (workspace_id, id, client_id, mailbox_id, site_id, contact_id, subject, subject_key, state, assignee_member_id,
         last_at, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11, $11)`,
      [
        this.database.scope().workspaceId,
        id,
        row.clientId,
        row.mailboxId,
        row.siteId,
        row.contactId,
        row.subject,
        row.subjectKey,
        row.state,
        row.assigneeMemberId,
        at,
      ],
    );
    return id;
  }

  /** Lets a conversation serve pitches, too. */
  async addPitches(id: string, pitchIds: readonly string[]): Promise<void> {
    await this.query(
      `insert into conversation_pitches (workspace_id, client_id, conversation_id, pitch_id)
       select p.workspace_id, p.client_id, $1, p.id from pitches p where p.id = any ($2::uuid[]) on conflict do nothing`,
      [id, pitchIds],
    );
  }

  /** Writes down that a mail came in or went out. What the team wrote wakes nothing that was put off. */
  async seen(id: string, mail: MailSeen, now: Date): Promise<void> {
    await this.query(
      `update conversations set state = $2, last_at = greatest(last_at, $3), last_in_at = case when $5 then last_in_at else $3 end,
         last_kind = case when $5 then last_kind else $4 end, message_count = message_count + 1, snippet = $6,
         from_name = case when $5 then from_name else $7 end, from_address = case when $5 then from_address else $8 end,
         snoozed_until = case when $2 = 'to_answer' then null else snoozed_until end,
         search_text = left(case when position($9 in search_text) > 0 then search_text else search_text || ' ' || $9 end, 4000),
         revision = revision + 1, updated_at = $10
       where id = $1`,
      [
        id,
        mail.state,
        mail.at,
        mail.kind,
        mail.isOwn,
        mail.snippet,
        mail.fromName,
        mail.fromAddress,
        mail.searchText,
        now,
      ],
    );
    await this.tell(id);
  }

  /** Writes down that the team has answered. */
  async answered(id: string, answer: { state: ConversationState; snippet: string; at: Date }): Promise<void> {
    await this.query(
      `update conversations set state = $2, snippet = $3, last_at = greatest(last_at, $4), message_count = message_count + 1,
         snoozed_until = null, revision = revision + 1, updated_at = $4 where id = $1`,
      [id, answer.state, answer.snippet, answer.at],
    );
    await this.tell(id);
  }

  /** Writes the given columns and counts the revision up. */
  async write(id: string, columns: Readonly<Record<string, unknown>>, at: Date): Promise<void> {
    const names = Object.keys(columns);
    const sets = names.map((name, no) => `${name} = $${no + 3}`);
    await this.query(
      `update conversations set ${[...sets, 'updated_at = $2', 'revision = revision + 1'].join(', ')} where id = $1`,
      [id, at, ...names.map((name) => columns[name])],
    );
    await this.tell(id);
  }

  /** Wakes a conversation that was put off until now, unless somebody has put it off further since. */
  async wake(id: string, now: Date): Promise<void> {
    await this.query(
      `update conversations set snoozed_until = null, state = case when state = 'waiting' then 'to_answer' else state end,
         revision = revision + 1, updated_at = $2 where id = $1 and snoozed_until <= $2`,
      [id, now],
    );
    await this.tell(id);
  }

  private async tell(id: string): Promise<void> {
    await this.notify.publish(CONVERSATION_NEWS, { workspaceId: this.database.scope().workspaceId, id });
  }

  /** A client and a campaign's people of a pitch: whose conversation it becomes. */
  async pitchPlace(pitchId: string): Promise<{
    clientId: string;
    siteId: string | null;
    assigneeMemberId: string | null;
    campaignId: string;
  } | null> {
    const rows = await this.query<{
      clientId: string;
      siteId: string | null;
      assigneeMemberId: string | null;
      campaignId: string;
    }>(
      `select client_id as "clientId", site_id as "siteId", assignee_member_id as "assigneeMemberId", campaign_id as "campaignId"
       from pitches where id = $1`,
      [pitchId],
    );
    return rows[0] ?? null;
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}
