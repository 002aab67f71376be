import { Injectable } from '@nestjs/common';
import type { InboundKind, MatchRule, TermsState } from '../../core/inbox/inbox.js';
import { Database } from '../../platform/database/database.js';

/** Where a mail lies on its server: the same place never holds another one (RFC 9051, 2.3.1.1). */
export interface MailPlace {
  readonly mailboxId: string;
  readonly folder: string;
  readonly uidValidity: bigint;
  readonly uid: number;
}

/** What was done because of a mail, so that it can be undone. */
export type EffectDone =
  | { readonly did: 'suppressed'; readonly ids: readonly string[]; readonly addressKey: string }
  | {
      readonly did: 'paused' | 'stopped' | 'delayed';
      readonly enrollmentIds: readonly string[];
      readonly tooLateIds: readonly string[];
    }
  | { readonly did: 'declined'; readonly pitchIds: readonly string[] }
  | { readonly did: 'contact_left'; readonly contactId: string; readonly taskId: string | null }
  | { readonly did: 'address_bounced'; readonly addressId: string; readonly was: string }
  | { readonly did: 'mailbox_paused'; readonly mailboxId: string };

export interface InboundRow {
  readonly id: string;
  readonly clientId: string | null;
  readonly conversationId: string | null;
  readonly messageId: string | null;
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  /** Hexadecimal. */
  readonly bodyHash: string;
  readonly fromAddress: string;
  readonly fromKey: string;
  readonly fromName: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly sentAt: Date | null;
  readonly receivedAt: Date;
  readonly kind: InboundKind;
  readonly rule: string;
  readonly matchRule: MatchRule;
  readonly outboundId: string | null;
  readonly text: string;
  readonly quoted: string;
  readonly html: string | null;
  readonly attachments: readonly object[];
  readonly recipients: readonly object[];
  readonly optOut: object | null;
  readonly terms: object | null;
  readonly termsState: TermsState;
  readonly returnsOn: string | null;
  /** Hexadecimal; kept for what could not be read. */
  readonly rawSha256: string | null;
  readonly effects: readonly EffectDone[];
}

const COLUMNS = `id, client_id, conversation_id, mailbox_id, folder, uid_validity, uid, message_id, in_reply_to, reference_ids, body_hash,
  from_address, from_address_key, from_name, to_addresses, subject, sent_at, received_at, kind, rule, match_rule, outbound_id, body_text,
  quoted_text, body_html, attachments, recipients, opt_out, terms, terms_state, returns_on, blob_sha256, effects, created_at`;

/** Mails that came in, in the open transaction. */
@Injectable()
export class InboundRows {
  constructor(private readonly database: Database) {}

  /** Whether the same mail is kept already, found in another place or under another number: same Message-ID and same text. */
  async isKept(mail: Pick<InboundRow, 'messageId' | 'bodyHash' | 'fromKey' | 'sentAt'>, mailboxId: string) {
    const { messageId, bodyHash, fromKey, sentAt } = mail;
    const hash = Buffer.from(bodyHash, 'hex');
    const rows =
      messageId === null
        ? await this.query(
            `select 1 from inbound_messages where from_address_key = $1 and mailbox_id = $2 and message_id is null and body_hash = $3
               and sent_at is not distinct from $4 and rule <> 'failed' limit 1`,
            [fromKey, mailboxId, hash, sentAt],
          )
        : await this.query(
            `select 1 from inbound_messages where message_id = $1 and mailbox_id = $2 and body_hash = $3 and rule <> 'failed' limit 1`,
            [messageId, mailboxId, hash],
          );
    return rows.length > 0;
  }

  /** The conversation of a mail that came in with one of these Message-IDs. */
  async conversationOf(messageIds: readonly string[]): Promise<string | null> {
    for (const id of messageIds.slice(-50).reverse()) {
      const [row] = await this.query<{ id: string }>(
        'select conversation_id as id from inbound_messages where message_id = $1 and conversation_id is not null limit 1',
        [id],
      );
      if (row !== undefined) return row.id;
    }
    return null;
  }

  async insert(row: InboundRow, place: MailPlace, at: Date): Promise<void> {
    const values = [
      row.id,
      row.clientId,
      row.conversationId,
      place.mailboxId,
      place.folder,
      String(place.uidValidity),
      place.uid,
      row.messageId,
      row.inReplyTo,
      row.references,
      Buffer.from(row.bodyHash, 'hex'),
      row.fromAddress,
      row.fromKey,
      row.fromName,
      row.to,
      row.subject,
      row.sentAt,
      row.receivedAt,
      row.kind,
      row.rule,
      row.matchRule,
      row.outboundId,
      row.text,
      row.quoted,
      row.html,
      JSON.stringify(row.attachments),
      JSON.stringify(row.recipients),
      row.optOut === null ? null : JSON.stringify(row.optOut),
      row.terms === null ? null : JSON.stringify(row.terms),
      row.termsState,
      row.returnsOn,
      row.rawSha256 === null ? null : Buffer.from(row.rawSha256, 'hex'),
      JSON.stringify(row.effects),
      at,
    ];
    const places = values.map((_, no) => `$${no + 2}`).join(', ');
    await this.query(
      `insert into inbound_messages (workspace_id, ${COLUMNS}) values ($1, ${places})
       on conflict (workspace_id, mailbox_id, folder, uid_validity, uid) do nothing`,
      [this.workspaceId(), ...values],
    );
  }

  /** Counts a try at a mail that could not be read or kept; answers how many there were. It is shown to nobody until it is given up. */
  async countTry(id: string, place: MailPlace, at: Date): Promise<number> {
    const rows = await this.query<{ tries: number }>(
      `insert into inbound_messages (workspace_id, id, mailbox_id, folder, uid_validity, uid, body_hash, received_at, kind, rule, tries, created_at)
       values ($1, $2, $3, $4, $5, $6, '', $7, 'unparsed', 'failed', 1, $7)
       on conflict (workspace_id, mailbox_id, folder, uid_validity, uid) do update set tries = inbound_messages.tries + 1
       returning tries`,
      [this.workspaceId(), id, place.mailboxId, place.folder, String(place.uidValidity), place.uid, at],
    );
    return rows[0]?.tries ?? 1;
  }

  /** How often the mail at a place was tried in vain. */
  async triesAt({ mailboxId, folder, uidValidity, uid }: MailPlace): Promise<number> {
    const rows = await this.query<{ tries: number }>(
      `select tries from inbound_messages where mailbox_id = $1 and folder = $2 and uid_validity = $3 and uid = $4 and rule = 'failed'`,
      [mailboxId, folder, String(uidValidity), uid],
    );
    return rows[0]?.tries ?? 0;
  }

  /** Takes the note of failed tries at a place away. */
  async forgetTries({ mailboxId, folder, uidValidity, uid }: MailPlace): Promise<void> {
    await this.query(
      `delete from inbound_messages where mailbox_id = $1 and folder = $2 and uid_validity = $3 and uid = $4 and rule = 'failed'`,
      [mailboxId, folder, String(uidValidity), uid],
    );
  }

  /** Marks what follows from a mail as done; false when it was done before, for the same mail, kind and text. */
  async takeFact(factKey: Buffer, inboundId: string, at: Date): Promise<boolean> {
    const rows = await this.query(
      `insert into mail_facts_done (workspace_id, fact_key, inbound_id, at) values ($1, $2, $3, $4) on conflict do nothing returning 1`,
      [this.workspaceId(), factKey, inboundId, at],
    );
    return rows.length > 0;
  }

  /** Lets a fact be taken again: what was done for it was undone. */
  async forgetFacts(inboundId: string): Promise<void> {
    await this.query('delete from mail_facts_done where inbound_id = $1', [inboundId]);
  }

  private workspaceId(): string {
    return this.database.scope().workspaceId;
  }

  private query<Row = unknown>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}
