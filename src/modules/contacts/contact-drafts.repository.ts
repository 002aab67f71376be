import { Injectable } from '@nestjs/common';
import type { ContactDraft, DraftAddress, DraftPlace } from '../../core/contacts/contact-draft.js';
import type { ContactFields, ReadGround } from '../../core/contacts/contact-facts.js';
import { nameIdentity } from '../../core/contacts/identity.js';
import { Database } from '../../platform/database/database.js';

interface FieldsRow extends ContactFields {
  readonly id: string;
  readonly hasObjected: boolean;
}

type OfContact<Part> = Part & { readonly contactId: string };

/** Contacts as drafts, and who is known by what, in the open transaction. */
@Injectable()
export class ContactDraftsRepository {
  constructor(private readonly database: Database) {}

  /**
   * Lets nobody else write contacts of this workspace until the transaction ends: who is known by an address or a name is asked and written as one,
   * and no two batches wait for each other's addresses in turn.
   */
  async lockWorkspace(): Promise<void> {
    await this.query(`select pg_advisory_xact_lock(hashtextextended('contacts ' || $1, 0))`, [
      this.database.scope().workspaceId,
    ]);
  }

  /** The contact each address belongs to, by the address's key; archived contacts keep their addresses. */
  async holdersOf(keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (keys.length === 0) return new Map();
    const rows = await this.query<{ key: string; contactId: string }>(
      `select address_key as key, contact_id as "contactId" from contact_addresses
       where address_key = any ($1::text[]) and archived_at is null`,
      [keys],
    );
    return new Map(rows.map((row) => [row.key, row.contactId]));
  }

  /** The oldest contact that is known by each of these names at one of its places, or by the name alone where it has no place. */
  async knownByName(nameKeys: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (nameKeys.length === 0) return new Map();
    const rows = await this.query<{ id: string; nameKey: string; placeId: string | null }>(
      `select c.id, c.name_key as "nameKey", coalesce(p.site_id, p.publisher_id) as "placeId"
       from contacts c left join contact_places p on p.workspace_id = c.workspace_id and p.contact_id = c.id
       where c.name_key = any ($1::text[]) and c.archived_at is null order by c.id desc`,
      [[...new Set(nameKeys)]],
    );
    return new Map(rows.map((row) => [nameIdentity(row.nameKey, row.placeId), row.id]));
  }

  /** Addresses (by the hash of their key) of people who were erased. */
  async erased(hashes: readonly Buffer[]): Promise<ReadonlySet<string>> {
    if (hashes.length === 0) return new Set();
    const rows = await this.query<{ hash: string }>(
      `select encode(address_hash, 'hex') as hash from suppressions
       where address_hash = any ($1::bytea[]) and source = 'erasure' and lifted_at is null`,
      [hashes],
    );
    return new Set(rows.map((row) => row.hash));
  }

  /** Contacts as they stand, with their rows locked in the order of their ids. */
  async load(ids: readonly string[]): Promise<Map<string, ContactDraft>> {
    if (ids.length === 0) return new Map();
    const rows = await this.query<FieldsRow>(
      `select id, name, first_name as "firstName", last_name as "lastName", position, language, form_of_address as "formOfAddress",
         country, time_zone as "timeZone", notes, objected_at is not null as "hasObjected"
       from contacts where id = any ($1::uuid[]) order by id for no key update`,
      [ids],
    );
    const addresses = await this.addresses(ids);
    const places = await this.places(ids);
    const grounds = await this.grounds(ids);
    return new Map(
      rows.map(({ id, hasObjected, ...fields }) => [
        id,
        {
          fields,
          hasObjected,
          addresses: addresses.get(id) ?? [],
          places: places.get(id) ?? [],
          grounds: grounds.get(id) ?? [],
        },
      ]),
    );
  }

  private async addresses(ids: readonly string[]): Promise<Map<string, DraftAddress[]>> {
    return grouped(
      await this.query<OfContact<DraftAddress>>(
        `select contact_id as "contactId", address, address_key as key, status, is_main as "isMain" from contact_addresses
         where contact_id = any ($1::uuid[]) and archived_at is null order by created_at, id`,
        [ids],
      ),
    );
  }

  private async places(ids: readonly string[]): Promise<Map<string, DraftPlace[]>> {
    return grouped(
      await this.query<OfContact<DraftPlace>>(
        `select contact_id as "contactId", site_id as "siteId", publisher_id as "publisherId", role, is_former as "isFormer"
         from contact_places where contact_id = any ($1::uuid[]) order by created_at, id`,
        [ids],
      ),
    );
  }

  private async grounds(ids: readonly string[]): Promise<Map<string, ReadGround[]>> {
    return grouped(
      await this.query<OfContact<ReadGround>>(
        `select contact_id as "contactId", ground, evidence_url as "evidenceUrl", evidence_on::text as "evidenceOn",
           evidence_text as "evidenceText"
         from contact_grounds where contact_id = any ($1::uuid[]) and withdrawn_at is null order by recorded_at, id`,
        [ids],
      ),
    );
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}

function grouped<Part>(rows: readonly OfContact<Part>[]): Map<string, Part[]> {
  const groups = new Map<string, Part[]>();
  for (const { contactId, ...part } of rows) {
    const group = groups.get(contactId);
    if (group === undefined) groups.set(contactId, [part as unknown as Part]);
    else group.push(part as unknown as Part);
  }
  return groups;
}
