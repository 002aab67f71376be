import { Injectable } from '@nestjs/common';
import type { PlacementState } from '../../core/placements/placement.js';
import { Database } from '../../platform/database/database.js';
import type { HeldPitch } from './pitches.repository.js';

/** What stands around a pitch. */
export interface PitchSurroundings {
  readonly contactIds: readonly string[];
  /** Files that are not removed, by own field. */
  readonly files: Readonly<Record<string, number>>;
  readonly placements: readonly { readonly id: string; readonly state: PlacementState }[];
  readonly prospectId: string | null;
}

/** What belongs to pitches, in the open transaction: contacts in order, files, placements. */
@Injectable()
export class PitchPartsRepository {
  constructor(private readonly database: Database) {}

  async around({ id, siteId }: Pick<HeldPitch, 'id' | 'siteId'>): Promise<PitchSurroundings> {
    const rows = await this.query<PitchSurroundings>(
      `select
         coalesce((select jsonb_agg(contact_id order by position, contact_id) from pitch_contacts where pitch_id = $1), '[]') as "contactIds",
         coalesce((select jsonb_object_agg(field_key, n) from (
           select field_key, count(*) as n from pitch_files where pitch_id = $1 and archived_at is null group by field_key) f), '{}') as files,
         coalesce((select jsonb_agg(jsonb_build_object('id', id, 'state', state) order by id)
           from placements where pitch_id = $1 and archived_at is null), '[]') as placements,
         (select id from prospects where site_id = $2) as "prospectId"`,
      [id, siteId],
    );
    return rows[0] ?? { contactIds: [], files: {}, placements: [], prospectId: null };
  }

  async contactIds(pitchId: string): Promise<string[]> {
    const rows = await this.query<{ id: string }>(
      'select contact_id as id from pitch_contacts where pitch_id = $1 order by position, contact_id',
      [pitchId],
    );
    return rows.map((row) => row.id);
  }

  /** The pitch a placement came from, or null. */
  async pitchOf(placementId: string): Promise<string | null> {
    const rows = await this.query<{ pitchId: string | null }>(
      'select pitch_id as "pitchId" from placements where id = $1',
      [placementId],
    );
    return rows[0]?.pitchId ?? null;
  }

  /** Writes on a placement of the same brand which pitch it came from. */
  async adopt(pitch: Pick<HeldPitch, 'id' | 'campaignId' | 'brandId'>, placementId: string): Promise<void> {
    await this.query(
      'update placements set campaign_id = $2, pitch_id = $3 where id = $1 and brand_id = $4 and pitch_id is null',
      [placementId, pitch.campaignId, pitch.id, pitch.brandId],
    );
  }

  /** Makes these all contacts of the pitch, in this order. */
  async setContacts(
    { id, clientId }: Pick<HeldPitch, 'id' | 'clientId'>,
    contactIds: readonly string[],
  ): Promise<void> {
    await this.query('delete from pitch_contacts where pitch_id = $1', [id]);
    await this.query(
      `insert into pitch_contacts (workspace_id, client_id, pitch_id, contact_id, position)
       select $1, $2, $3, w.id, w.no from unnest($4::uuid[]) with ordinality as w (id, no)`,
      [this.database.scope().workspaceId, clientId, id, contactIds],
    );
  }

  /** Of these contacts those that are here and neither archived nor erased. */
  async contactsHere(ids: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.query<{ id: string }>(
      'select id from contacts where id = any ($1::uuid[]) and archived_at is null',
      [ids],
    );
    return new Set(rows.map((row) => row.id));
  }

  /** The contact of a site one would write to first: of those that are there and may be written to, who has a main address and is there longest. */
  async contactOfSite(siteId: string): Promise<string | null> {
    const rows = await this.query<{ id: string }>(
      `select c.id from contact_places cp cross join lateral (
         select id, main_address from contacts where id = cp.contact_id and archived_at is null and not is_former and objected_at is null offset 0
       ) c
       where cp.site_id = $1 and not cp.is_former order by c.main_address is null, c.id limit 1`,
      [siteId],
    );
    return rows[0]?.id ?? null;
  }

  /** Whether an asset belongs to the brand and is not archived. */
  async isAssetOf(brandId: string, assetId: string): Promise<boolean> {
    const rows = await this.query<unknown>(
      'select 1 from assets where id = $1 and brand_id = $2 and archived_at is null',
      [assetId, brandId],
    );
    return rows.length > 0;
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}
