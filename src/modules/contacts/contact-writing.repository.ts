import { Injectable } from '@nestjs/common';
import { type ContactDraft, summarise } from '../../core/contacts/contact-draft.js';
import type { IntakeChange } from '../../core/imports/intake.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';

/** A contact to write: as it was (null for a new one) and as it shall be. */
export interface DraftToWrite {
  readonly id: string;
  readonly before: ContactDraft | null;
  readonly after: ContactDraft;
}

/** Who writes, when, and with which import. */
export interface WritingOrigin {
  readonly importId: string | null;
  readonly at: Date;
}

/** A row as the database holds it, before or after. */
interface Snapshot {
  readonly id: string;
  readonly contactId: string;
  readonly row: Readonly<Record<string, unknown>>;
}

type Table = 'contacts' | 'contact_addresses' | 'contact_places';

/** Writes drafts of contacts, set by set: one statement a table and kind of change, whatever their number. */
@Injectable()
export class ContactWritingRepository {
  constructor(private readonly database: Database) {}

  /** Writes what differs; answers the rows that were there before and are changed now, by contact. */
  async write(
    drafts: readonly DraftToWrite[],
    origin: WritingOrigin,
  ): Promise<ReadonlyMap<string, IntakeChange[]>> {
    const fresh = drafts.filter(({ before }) => before === null);
    const known = drafts.filter(({ before, after }) => before !== null && before !== after);
    await this.insertContacts(fresh, origin);
    const changes: [string, IntakeChange][] = [
      ...(await this.updateContacts(known, origin)),
      ...(await this.updateAddresses(known, origin)),
      ...(await this.updatePlaces(known)),
    ];
    await this.insertAddresses(drafts, origin);
    await this.insertPlaces(drafts, origin);
    await this.insertGrounds(drafts, origin);
    const byContact = new Map<string, IntakeChange[]>();
    for (const [id, change] of changes) byContact.set(id, [...(byContact.get(id) ?? []), change]);
    return byContact;
  }

  private async insertContacts(drafts: readonly DraftToWrite[], origin: WritingOrigin): Promise<void> {
    await this.put(
      drafts.map(({ id, after }) => ({ id, ...columnsOf(after) })),
      `insert into contacts (workspace_id, id, import_id, created_by, created_at, updated_at, name, name_key, first_name, last_name, position,
         language, form_of_address, country, time_zone, notes, main_address, main_address_status, ground, is_former, search_text)
       select $2, id, $3, $4, $5, $5, name, name_key, first_name, last_name, position,
         language, form_of_address, country, time_zone, notes, main_address, main_address_status, ground, is_former, search_text
       from jsonb_to_recordset($1::jsonb) as x (${COLUMN_TYPES})`,
      [origin.importId, this.database.scope().userId ?? null, origin.at],
    );
  }

  private async updateContacts(
    drafts: readonly DraftToWrite[],
    { at }: WritingOrigin,
  ): Promise<[string, IntakeChange][]> {
    const before = await this.snapshots(
      'contacts',
      drafts.map(({ id }) => id),
    );
    const after = await this.put<Snapshot>(
      drafts.map((draft) => ({ id: draft.id, ...columnsOf(draft.after) })),
      `with changed as (
         update contacts c set (name, name_key, first_name, last_name, position, language, form_of_address, country, time_zone, notes,
           main_address, main_address_status, ground, is_former, search_text, revision, updated_at)
           = (x.name, x.name_key, x.first_name, x.last_name, x.position, x.language, x.form_of_address, x.country, x.time_zone, x.notes,
           x.main_address, x.main_address_status, x.ground, x.is_former, x.search_text, c.revision + 1, $3)
         from jsonb_to_recordset($1::jsonb) as x (${COLUMN_TYPES})
         where c.workspace_id = $2 and c.id = x.id returning c.*
       ) select id, id as "contactId", to_jsonb(changed) as row from changed`,
      [at],
    );
    return changesOf('contacts', before, after);
  }

  private async updateAddresses(
    drafts: readonly DraftToWrite[],
    { at, importId }: WritingOrigin,
  ): Promise<[string, IntakeChange][]> {
    const rows = drafts.flatMap(({ id, before, after }) =>
      after.addresses.flatMap(({ key, status }, place) => {
        const was = before?.addresses[place];
        return was === undefined || was.status === status
          ? []
          : [{ contact_id: id, address_key: key, status }];
      }),
    );
    const match = `from jsonb_to_recordset($1::jsonb) as x (contact_id uuid, address_key text, status text)
      where a.workspace_id = $2 and a.contact_id = x.contact_id and a.address_key = x.address_key and a.archived_at is null`;
    const before = await this.put<Snapshot>(
      rows,
      `select a.id, a.contact_id as "contactId", to_jsonb(a) as row from contact_addresses a,
         jsonb_to_recordset($1::jsonb) as x (contact_id uuid, address_key text, status text)
       where a.workspace_id = $2 and a.contact_id = x.contact_id and a.address_key = x.address_key and a.archived_at is null`,
    );
    const after = await this.put<Snapshot>(
      rows,
      `with changed as (
         update contact_addresses a set status = x.status, finding_code = null, checked_at = $3, checked_by = $4 ${match} returning a.*
       ) select id, contact_id as "contactId", to_jsonb(changed) as row from changed`,
      [at, importId === null ? 'hand' : 'import'],
    );
    return changesOf('contact_addresses', before, after);
  }

  private async updatePlaces(drafts: readonly DraftToWrite[]): Promise<[string, IntakeChange][]> {
    const rows = drafts.flatMap(({ id, before, after }) =>
      after.places.flatMap(({ siteId, publisherId, role }, place) => {
        const was = before?.places[place];
        return was === undefined || was.role === role
          ? []
          : [{ contact_id: id, place_id: siteId ?? publisherId, role }];
      }),
    );
    const given = `jsonb_to_recordset($1::jsonb) as x (contact_id uuid, place_id uuid, role text)`;
    const match = `p.workspace_id = $2 and p.contact_id = x.contact_id and coalesce(p.site_id, p.publisher_id) = x.place_id`;
    const before = await this.put<Snapshot>(
      rows,
      `select p.id, p.contact_id as "contactId", to_jsonb(p) as row from contact_places p, ${given} where ${match}`,
    );
    const after = await this.put<Snapshot>(
      rows,
      `with changed as (update contact_places p set role = x.role from ${given} where ${match} returning p.*)
       select id, contact_id as "contactId", to_jsonb(changed) as row from changed`,
    );
    return changesOf('contact_places', before, after);
  }

  private async insertAddresses(
    drafts: readonly DraftToWrite[],
    { importId, at }: WritingOrigin,
  ): Promise<void> {
    const rows = drafts.flatMap(({ id, before, after }) =>
      after.addresses.slice(before?.addresses.length ?? 0).map(({ address, key, isMain, status }) => ({
        id: newId(at),
        contact_id: id,
        address,
        address_key: key,
        is_main: isMain,
        status,
      })),
    );
    await this.put(
      rows,
      `insert into contact_addresses (workspace_id, id, contact_id, address, address_key, is_main, status, checked_at, checked_by, import_id, created_at)
       select $2, id, contact_id, address, address_key, is_main, status, case when status <> 'unknown' then $4::timestamptz end,
         case when status <> 'unknown' then $5 end, $3, $4
       from jsonb_to_recordset($1::jsonb) as x (id uuid, contact_id uuid, address text, address_key text, is_main boolean, status text)
       order by address_key collate "C"`,
      [importId, at, importId === null ? 'hand' : 'import'],
    );
  }

  private async insertPlaces(
    drafts: readonly DraftToWrite[],
    { importId, at }: WritingOrigin,
  ): Promise<void> {
    const rows = drafts.flatMap(({ id, before, after }) =>
      after.places.slice(before?.places.length ?? 0).map(({ siteId, publisherId, role }) => ({
        id: newId(at),
        contact_id: id,
        site_id: siteId,
        publisher_id: publisherId,
        role,
      })),
    );
    await this.put(
      rows,
      `insert into contact_places (workspace_id, id, contact_id, site_id, publisher_id, role, import_id, created_at)
       select $2, id, contact_id, site_id, publisher_id, role, $3, $4
       from jsonb_to_recordset($1::jsonb) as x (id uuid, contact_id uuid, site_id uuid, publisher_id uuid, role text)`,
      [importId, at],
    );
  }

  private async insertGrounds(
    drafts: readonly DraftToWrite[],
    { importId, at }: WritingOrigin,
  ): Promise<void> {
    const rows = drafts.flatMap(({ id, before, after }) =>
      after.grounds
        .slice(before?.grounds.length ?? 0)
        .map(({ ground, evidenceUrl, evidenceOn, evidenceText }) => ({
          id: newId(at),
          contact_id: id,
          ground,
          evidence_url: evidenceUrl,
          evidence_on: evidenceOn,
          evidence_text: evidenceText,
        })),
    );
    await this.put(
      rows,
      `insert into contact_grounds (workspace_id, id, contact_id, ground, evidence_url, evidence_on, evidence_text, import_id, recorded_by, recorded_at)
       select $2, id, contact_id, ground, evidence_url, evidence_on, evidence_text, $3, $4, $5
       from jsonb_to_recordset($1::jsonb) as x (id uuid, contact_id uuid, ground text, evidence_url text, evidence_on date, evidence_text text)`,
      [importId, this.database.scope().userId ?? null, at],
    );
  }

  private snapshots(table: Table, ids: readonly string[]): Promise<Snapshot[]> {
    if (ids.length === 0) return Promise.resolve([]);
    return this.query(
      `select id, id as "contactId", to_jsonb(t) as row from ${table} t where id = any ($1::uuid[])`,
      [ids],
    );
  }

  /** Runs a statement over rows given as JSON ($1) in this workspace ($2); nothing happens without rows. */
  private put<Row>(rows: readonly object[], sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    if (rows.length === 0) return Promise.resolve([]);
    return this.query(sql, [JSON.stringify(rows), this.database.scope().workspaceId, ...values]);
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}

const COLUMN_TYPES = `id uuid, name text, name_key text, first_name text, last_name text, position text, language text, form_of_address text,
  country text, time_zone text, notes text, main_address text, main_address_status text, ground text, is_former boolean, search_text text`;

function columnsOf(draft: ContactDraft) {
  const { fields } = draft;
  const summary = summarise(draft);
  return {
    name: fields.name,
    name_key: summary.nameKey,
    first_name: fields.firstName,
    last_name: fields.lastName,
    position: fields.position,
    language: fields.language,
    form_of_address: fields.formOfAddress,
    country: fields.country,
    time_zone: fields.timeZone,
    notes: fields.notes,
    main_address: summary.mainAddress,
    main_address_status: summary.mainAddressStatus,
    ground: summary.ground,
    is_former: summary.isFormer,
    search_text: summary.searchText,
  };
}

function changesOf(
  table: Table,
  before: readonly Snapshot[],
  after: readonly Snapshot[],
): [string, IntakeChange][] {
  const was = new Map(before.map(({ id, row }) => [id, row]));
  return after.map(({ id, contactId, row }) => [
    contactId,
    { table, recordId: id, before: was.get(id) ?? null, after: row },
  ]);
}
