import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { PersonCounts, PersonData } from './person-data.dto.js';

type Parts = Omit<PersonData, 'exportedAt' | 'person'>;

/** Conversations of a person ($1), whose addresses have the keys $2. */
const THEIRS = `conversation_id in (select id from conversations where contact_id = $1
  union select conversation_id from outbound_messages where contact_id = $1 or to_address_key = any ($2::text[]))`;
const OUT = 'm.contact_id = $1 or m.to_address_key = any ($2::text[])';
const IN = `m.from_address_key = any ($2::text[]) or m.${THEIRS}`;
const KEYS = 'select distinct address_key as key from contact_addresses where contact_id = $1';

/** What each part of the document is read by; $1 is the contact, $2 the keys of all their addresses. */
const PARTS: Readonly<Record<keyof Parts, string>> = {
  addresses: `select address, is_main as "isMain", status, checked_at as "checkedAt", created_at as "createdAt", archived_at as "archivedAt"
    from contact_addresses where contact_id = $1 order by created_at, id`,
  places: `select s.site_key as site, u.name as publisher, p.role, p.is_former as "isFormer", p.since_on::text as since, p.until_on::text as until
    from contact_places p left join sites s on s.id = p.site_id left join publishers u on u.id = p.publisher_id
    where p.contact_id = $1 order by p.created_at, p.id`,
  grounds: `select ground, evidence_url as "evidenceUrl", evidence_on::text as "evidenceOn", evidence_text as "evidenceText",
      recorded_at as "recordedAt", withdrawn_at as "withdrawnAt", withdrawn_reason as "withdrawnReason"
    from contact_grounds where contact_id = $1 order by recorded_at, id`,
  ownFields: `select f.name as field, coalesce(v.text_value, v.number_value::text, v.date_value::text, '') as value
    from custom_values v join custom_fields f on f.id = v.field_id where f.record_kind = 'contact' and v.record_id = $1 order by f.name`,
  notes: `select written_at as at, body as text from notes where subject_kind = 'contact' and subject_id = $1 order by written_at, id`,
  touches: `select t.at, t.kind, t.direction, t.result, s.site_key as site, t.note from touches t left join sites s on s.id = t.site_id
    where t.contact_id = $1 and t.archived_at is null order by t.at, t.id`,
  pitches: `select p.id, c.name as campaign, k.name as client, s.site_key as site, p.label, p.stage, p.outcome, p.created_at as "createdAt"
    from pitch_contacts pc join pitches p on p.id = pc.pitch_id join campaigns c on c.id = p.campaign_id join clients k on k.id = p.client_id
    left join sites s on s.id = p.site_id where pc.contact_id = $1 order by p.created_at, p.id`,
  enrollments: `select s.name as sequence, e.to_address as "toAddress", e.state, e.created_at as "createdAt"
    from enrollments e join sequences s on s.id = e.sequence_id where e.contact_id = $1 order by e.created_at, e.id`,
  mailsOut: `select coalesce(m.sent_at, m.created_at) as at, m.state, m.from_address as "fromAddress", m.to_address as "toAddress",
      m.to_name as "toName", m.subject, m.body_text as text
    from outbound_messages m where ${OUT} order by 1, m.id`,
  mailsIn: `select m.received_at as at, coalesce(m.corrected_kind, m.kind) as kind, m.from_address as "fromAddress", m.from_name as "fromName",
      m.to_addresses as "toAddresses", m.subject, m.body_text as text, m.quoted_text as quoted,
      array(select a ->> 'name' from jsonb_array_elements(m.attachments) a where a ->> 'name' is not null) as attachments
    from inbound_messages m where ${IN} order by m.received_at, m.id`,
  events: `select at, kind from events where id in (select event_id from event_subjects where subject_kind = 'contact' and subject_id = $1) order by id`,
  suppressions: `select address, reason, source, evidence, note, created_at as "createdAt", lifted_at as "liftedAt" from suppressions
    where $1::uuid is not null and address_hash in (select sha256(convert_to(k, 'UTF8')) from unnest($2::text[]) k) order by created_at, id`,
};

/** Reads all that is kept of a person, in the open transaction. */
@Injectable()
export class PersonDataQuery {
  constructor(private readonly database: Database) {}

  /** Null when there is no such contact, or it was erased. */
  async person(contactId: string): Promise<PersonData['person'] | null> {
    const rows = await this.query<PersonData['person']>(
      `select id, name, first_name as "firstName", last_name as "lastName", position, language, form_of_address as "formOfAddress", country,
         time_zone as "timeZone", notes, created_at as "createdAt", updated_at as "updatedAt", objected_at as "objectedAt",
         archived_at as "archivedAt" from contacts where id = $1 and erased_at is null`,
      [contactId],
    );
    return rows[0] ?? null;
  }

  async parts(contactId: string): Promise<Parts> {
    const keys = (await this.query<{ key: string }>(KEYS, [contactId])).map(({ key }) => key);
    const parts: [string, unknown[]][] = [];
    for (const [name, sql] of Object.entries(PARTS)) {
      const values = sql.includes('$2') ? [contactId, keys] : [contactId];
      parts.push([name, await this.query(sql, values)]);
    }
    return Object.fromEntries(parts) as unknown as Parts;
  }

  async counts(contactId: string): Promise<PersonCounts> {
    const keys = (await this.query<{ key: string }>(KEYS, [contactId])).map(({ key }) => key);
    const rows = await this.query<PersonCounts>(
      `select (select count(*)::int from contact_addresses where contact_id = $1 and archived_at is null) as addresses,
         (select count(*)::int from contact_grounds where contact_id = $1) as grounds,
         (select count(*)::int from notes where subject_kind = 'contact' and subject_id = $1) as notes,
         (select count(*)::int from touches where contact_id = $1 and archived_at is null) as touches,
         (select count(*)::int from enrollments where contact_id = $1) as enrollments,
         (select count(*)::int from outbound_messages m where (${OUT}) and m.state in ('ready', 'claimed', 'deferred')) as "mailsWaiting",
         (select count(*)::int from outbound_messages m where ${OUT}) as "mailsOut",
         (select count(*)::int from inbound_messages m where ${IN}) as "mailsIn",
         (select count(*)::int from conversations where contact_id = $1) as conversations`,
      [contactId, keys],
    );
    const counts = rows[0];
    if (counts === undefined) throw new Error('counting answered nothing');
    return counts;
  }

  /** The clients and sites do not matter here: the addresses of a contact, the main one first. */
  async addressKeys(contactId: string): Promise<string[]> {
    const rows = await this.query<{ key: string }>(
      'select address_key as key from contact_addresses where contact_id = $1 and archived_at is null order by is_main desc, created_at',
      [contactId],
    );
    return rows.map(({ key }) => key);
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}
