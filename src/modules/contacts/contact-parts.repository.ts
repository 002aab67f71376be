import { Injectable } from '@nestjs/common';
import type { WithdrawnReason } from '../../core/contacts/contact.js';
import type { ReadGround } from '../../core/contacts/contact-facts.js';
import { Database } from '../../platform/database/database.js';

export interface PlaceRow {
  readonly id: string;
  readonly contactId: string;
  readonly siteId: string | null;
  readonly publisherId: string | null;
  readonly isFormer: boolean;
}

const PLACE = `id, contact_id as "contactId", site_id as "siteId", publisher_id as "publisherId", is_former as "isFormer"`;

/** Places and grounds of contacts in the open transaction. */
@Injectable()
export class ContactPartsRepository {
  constructor(private readonly database: Database) {}

  async place(id: string): Promise<PlaceRow | null> {
    const rows = await this.query<PlaceRow>(`select ${PLACE} from contact_places where id = $1`, [id]);
    return rows[0] ?? null;
  }

  async placeAt(contactId: string, siteOrPublisherId: string): Promise<PlaceRow | null> {
    const rows = await this.query<PlaceRow>(
      `select ${PLACE} from contact_places where contact_id = $1 and coalesce(site_id, publisher_id) = $2`,
      [contactId, siteOrPublisherId],
    );
    return rows[0] ?? null;
  }

  async insertPlace(place: Omit<PlaceRow, 'isFormer'> & { role: string; at: Date }): Promise<void> {
    await this.query(
      `insert into contact_places (workspace_id, id, contact_id, site_id, publisher_id, role, created_at) values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        this.database.scope().workspaceId,
        place.id,
        place.contactId,
        place.siteId,
        place.publisherId,
        place.role,
        place.at,
      ],
    );
  }

  /** The contact works there again. */
  async reopenPlace(id: string, role: string): Promise<void> {
    await this.query(
      `update contact_places set is_former = false, until_on = null, role = case when $2 = '' then role else $2 end where id = $1`,
      [id, role],
    );
  }

  async endPlace(id: string, untilOn: string): Promise<void> {
    await this.query('update contact_places set is_former = true, until_on = $2 where id = $1', [
      id,
      untilOn,
    ]);
  }

  /** Ends all places at a site that go on; answers them. */
  endPlacesAt(siteId: string, untilOn: string): Promise<{ id: string; contactId: string }[]> {
    return this.query(
      `with ended as (
         update contact_places set is_former = true, until_on = $2 where site_id = $1 and not is_former returning id, contact_id
       ) select id, contact_id as "contactId" from ended`,
      [siteId, untilOn],
    );
  }

  /** Places go on as if they had not ended; answers whose they are. */
  async renewPlaces(ids: readonly string[]): Promise<string[]> {
    const rows = await this.query<{ contactId: string }>(
      `with renewed as (
         update contact_places set is_former = false, until_on = null where id = any ($1::uuid[]) and is_former returning contact_id
       ) select contact_id as "contactId" from renewed`,
      [ids],
    );
    return rows.map(({ contactId }) => contactId);
  }

  /** Of these contacts those that work nowhere any more. */
  async placeless(ids: readonly string[]): Promise<string[]> {
    const rows = await this.query<{ id: string }>(
      `select id from unnest($1::uuid[]) as asked (id)
       where not exists (select 1 from contact_places p where p.contact_id = asked.id and not p.is_former)`,
      [ids],
    );
    return rows.map(({ id }) => id);
  }

  /** The contact a ground belongs to, and whether it holds. */
  async ground(id: string): Promise<{ contactId: string; isWithdrawn: boolean } | null> {
    const rows = await this.query<{ contactId: string; isWithdrawn: boolean }>(
      `select contact_id as "contactId", withdrawn_at is not null as "isWithdrawn" from contact_grounds where id = $1`,
      [id],
    );
    return rows[0] ?? null;
  }

  async insertGround(ground: ReadGround & { id: string; contactId: string; at: Date }): Promise<void> {
    await this.query(
      `insert into contact_grounds (workspace_id, id, contact_id, ground, evidence_url, evidence_on, evidence_text, recorded_by, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        this.database.scope().workspaceId,
        ground.id,
        ground.contactId,
        ground.ground,
        ground.evidenceUrl,
        ground.evidenceOn,
        ground.evidenceText,
        this.database.scope().userId ?? null,
        ground.at,
      ],
    );
  }

  async withdrawGround(id: string, reason: WithdrawnReason, at: Date): Promise<void> {
    await this.query(
      'update contact_grounds set withdrawn_at = $3, withdrawn_reason = $2 where id = $1 and withdrawn_at is null',
      [id, reason, at],
    );
  }

  /** Withdraws every ground of these contacts that holds; answers them. */
  async withdrawAll(contactIds: readonly string[], reason: WithdrawnReason, at: Date): Promise<string[]> {
    const rows = await this.query<{ id: string }>(
      `with withdrawn as (
         update contact_grounds set withdrawn_at = $3, withdrawn_reason = $2
         where contact_id = any ($1::uuid[]) and withdrawn_at is null returning id
       ) select id from withdrawn`,
      [contactIds, reason, at],
    );
    return rows.map(({ id }) => id);
  }

  /** Grounds that were withdrawn for a reason hold again; answers whose they are. */
  async renewGrounds(ids: readonly string[], reason: WithdrawnReason): Promise<string[]> {
    const rows = await this.query<{ contactId: string }>(
      `with renewed as (
         update contact_grounds set withdrawn_at = null, withdrawn_reason = null
         where id = any ($1::uuid[]) and withdrawn_reason = $2 returning contact_id
       ) select contact_id as "contactId" from renewed`,
      [ids, reason],
    );
    return rows.map(({ contactId }) => contactId);
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}
