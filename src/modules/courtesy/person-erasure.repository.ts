import { Injectable } from '@nestjs/common';
import { ERASED_WORD } from '../../core/courtesy/traces.js';
import { Database } from '../../platform/database/database.js';

/** Who is erased: the keys of all addresses they ever had here, and their name. */
interface PersonKnown {
  readonly name: string;
  readonly keys: readonly string[];
}

/** The mail of a person, by ids. */
interface PersonMail {
  readonly outbound: readonly string[];
  readonly conversations: readonly string[];
  readonly inbound: readonly string[];
}

/** Free texts of other records in which a person may be named. */
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  approval_comments: ['body'],
  conditions: ['notes'],
  conversation_notes: ['text'],
  conversations: ['subject', 'subject_key'],
  custom_values: ['text_value'],
  enrollment_steps: ['subject', 'text', 'html'],
  inbound_messages: ['subject', 'body_text', 'quoted_text', 'body_html'],
  notes: ['body'],
  orders: ['notes'],
  outbound_messages: ['subject', 'body_text', 'body_html'],
  pitches: ['label', 'next_step', 'loss_note', 'search_text'],
  placement_term_sources: ['reference'],
  placements: ['notes'],
  prospects: ['notes', 'search_text'],
  publishers: ['notes'],
  reclamations: ['note'],
  relationships: ['litmus_note', 'reason_note'],
  suppressions: ['note', 'evidence'],
  system_mails: ['subject', 'body_text', 'body_html'],
  tasks: ['title', 'result'],
  touches: ['note'],
};
const OBJECTS: Readonly<Record<string, readonly string[]>> = {
  approvals: ['content'],
  import_changes: ['before', 'after'],
  imports: ['columns'],
  inbound_messages: ['attachments', 'recipients', 'opt_out', 'terms'],
  job_items: ['before'],
  merged_rows: ['before', 'after'],
  outbound_messages: ['evidence', 'hold_params'],
  pitches: ['fields'],
  tasks: ['facts'],
};

/** Takes a person out of mail and out of the texts of other records, in the open transaction. Rows stay, so that counts stay true. */
@Injectable()
export class PersonErasureRepository {
  constructor(private readonly database: Database) {}

  /** Null when there is no such contact. */
  async known(contactId: string): Promise<PersonKnown | null> {
    const rows = await this.query<PersonKnown>(
      `select c.name, array(select distinct address_key from contact_addresses where contact_id = c.id order by 1) as keys
       from contacts c where c.id = $1`,
      [contactId],
    );
    return rows[0] ?? null;
  }

  async mailOf(contactId: string, keys: readonly string[]): Promise<PersonMail> {
    const outbound = await this.ids(
      'select id from outbound_messages where contact_id = $1 or to_address_key = any ($2::text[])',
      [contactId, keys],
    );
    const conversations = await this.ids(
      `select id from conversations where contact_id = $1
       union select conversation_id from outbound_messages where id = any ($2::uuid[]) and conversation_id is not null
       union select conversation_id from inbound_messages where from_address_key = any ($3::text[]) and conversation_id is not null`,
      [contactId, outbound, keys],
    );
    const inbound = await this.ids(
      `select id from inbound_messages where conversation_id = any ($1::uuid[]) or outbound_id = any ($2::uuid[])
         or from_address_key = any ($3::text[])`,
      [conversations, outbound, keys],
    );
    return { outbound, conversations, inbound };
  }

  /** Empties mails in and out and their conversations; answers the raw mails that nothing of these needs any more. */
  async emptyMail({ outbound, conversations, inbound }: PersonMail): Promise<string[]> {
    await this.query(
      `update outbound_messages set to_address = '', to_address_key = '', to_name = '', subject = '', body_text = '', body_html = null,
         mail_bytes = null, unsubscribe_url = null, final_reply = null, evidence = '[]', hold_params = '{}' where id = any ($1::uuid[])`,
      [outbound],
    );
    await this.query("update conversations set subject = '', subject_key = '' where id = any ($1::uuid[])", [
      conversations,
    ]);
    await this.query('delete from conversation_notes where conversation_id = any ($1::uuid[])', [
      conversations,
    ]);
    const raw = await this.ids(
      `select distinct encode(blob_sha256, 'hex') as id from inbound_messages where id = any ($1::uuid[]) and blob_sha256 is not null`,
      [inbound],
    );
    await this.query(
      `update inbound_messages set from_address = '', from_address_key = '', from_name = '', to_addresses = '{}', subject = '', body_text = '',
         quoted_text = '', body_html = null, attachments = '[]', recipients = '[]', opt_out = null, terms = null, blob_sha256 = null
       where id = any ($1::uuid[])`,
      [inbound],
    );
    return raw;
  }

  /** Empties what else is kept of the person: enrolments, what the inbox was taught, words written about them. */
  async emptyRest(contactId: string, keys: readonly string[]): Promise<void> {
    await this.query(
      `update enrollment_steps set subject = null, text = null, html = null
       where enrollment_id in (select id from enrollments where contact_id = $1)`,
      [contactId],
    );
    await this.query(
      `update enrollments set to_address = '', to_address_key = '', state_params = '{}' where contact_id = $1`,
      [contactId],
    );
    await this.query(
      'delete from match_teachings where contact_id = $1 or from_address_key = any ($2::text[])',
      [contactId, keys],
    );
    await this.query(`delete from notes where subject_kind = 'contact' and subject_id = $1`, [contactId]);
    await this.query(
      `delete from custom_values v using custom_fields f where f.id = v.field_id and f.record_kind = 'contact' and v.record_id = $1`,
      [contactId],
    );
    await this.query(`update touches set note = '' where contact_id = $1`, [contactId]);
  }

  /** Takes what a pattern finds out of the texts of everything else, and answers that were kept for repeated requests. */
  async takeOut(pattern: string): Promise<void> {
    for (const [table, columns] of Object.entries(TEXTS)) {
      await this.query(
        `update ${table} set ${columns.map((column) => `${column} = regexp_replace(${column}, $1, $2, 'gi')`).join(', ')}
         where ${columns.map((column) => `${column} ~* $1`).join(' or ')}`,
        [pattern, ERASED_WORD],
      );
    }
    for (const [table, columns] of Object.entries(OBJECTS)) {
      await this.query(
        `update ${table} set ${columns.map((column) => `${column} = regexp_replace(${column}::text, $1, $2, 'gi')::jsonb`).join(', ')}
         where ${columns.map((column) => `${column}::text ~* $1`).join(' or ')}`,
        [pattern, ERASED_WORD],
      );
    }
    await this.query('delete from idempotency_keys where response::text ~* $1', [pattern]);
  }

  /** Lets go of a raw mail, unless something of any workspace still needs these bytes. */
  async releaseRaw(sha256: string): Promise<void> {
    await this.query(`select release_blob(decode($1, 'hex'))`, [sha256]);
  }

  private async ids(sql: string, values: unknown[]): Promise<string[]> {
    return (await this.query<{ id: string }>(sql, values)).map(({ id }) => id);
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}
