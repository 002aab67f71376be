import { Injectable } from '@nestjs/common';
import type { FoldedLink, LinkDirection, LinkState, Sighting } from '../../core/relationships/link.js';
import { Database } from '../../platform/database/database.js';
import type { LinkPlace } from './link-facts.js';

/** A link that is known, with all that was told of it. */
export interface KnownLink {
  readonly id: string;
  readonly brandId: string;
  readonly siteId: string;
  readonly clientId: string;
  readonly direction: LinkDirection;
  readonly sourceUrl: string;
  readonly targetUrl: string;
  readonly sourceHash: string;
  readonly targetHash: string;
  readonly state: LinkState;
  readonly sightings: readonly Sighting[];
}

/** A link as it is written: where it stands and what it comes to. */
export interface LinkRecord {
  readonly id: string;
  readonly folded: FoldedLink;
}

export interface SightingRecord {
  readonly linkId: string;
  readonly clientId: string;
  readonly sighting: Sighting;
}

/** A place in the order of a brand's links of one direction. */
export interface LinkPosition {
  readonly source: string;
  readonly target: string;
}

const MS = (column: string): string => `(extract(epoch from ${column}) * 1000)::float8`;

const PLACE = `
  l.id, l.brand_id as "brandId", l.site_id as "siteId", l.client_id as "clientId", l.direction,
  l.source_url as "sourceUrl", l.target_url as "targetUrl",
  encode(l.source_hash, 'hex') as "sourceHash", encode(l.target_hash, 'hex') as "targetHash", l.state`;

const KNOWN = `${PLACE},
  coalesce((select jsonb_agg(jsonb_build_object('via', s.via, 'originId', s.origin_id, 'state', s.state,
      'firstSeenOn', s.first_seen_on, 'lastSeenAt', ${MS('s.last_seen_at')}, 'lostAt', ${MS('s.lost_at')},
      'lostReason', s.lost_reason, 'anchors', s.anchors, 'rel', s.rel, 'isImage', s.is_image,
      'isSitewide', s.is_sitewide, 'region', s.region, 'observedAt', ${MS('s.observed_at')}))
    from link_sightings s where s.workspace_id = l.workspace_id and s.link_id = l.id), '[]') as sightings`;

const FOLDED_TYPES = `state text, "firstSeenOn" date, "lastSeenAt" float8, "lostAt" float8, "lostReason" text, anchors text[],
  rel text, "isImage" boolean, "isSitewide" boolean, region text, "seenBy" text[], "placementId" uuid`;

const at = (column: string): string => `to_timestamp(${column} / 1000)`;

/**
 * Rows of links and of what was told of them, many at once, in the open transaction. Links are looked up one by one by their index: a join
 * is planned by counts that a large import has made untrue, and then reads all links of the workspace for each batch.
 */
@Injectable()
export class LinksRepository {
  constructor(private readonly database: Database) {}

  /** Links between these pages that are known, held until the transaction ends. */
  atPlaces(places: readonly LinkPlace[]): Promise<KnownLink[]> {
    return this.query(
      `with asked as materialized (
         select a.brand, a.direction, decode(a.source, 'hex') as source, decode(a.target, 'hex') as target
         from jsonb_to_recordset($1::jsonb) as a(brand uuid, direction text, source text, target text))
       select ${KNOWN} from asked a cross join lateral (
         select * from links o
         where o.brand_id = a.brand and o.direction = a.direction and o.source_hash = a.source and o.target_hash = a.target
         for no key update) l`,
      [
        JSON.stringify(
          places.map(({ brandId, direction, sourceHash, targetHash }) => ({
            brand: brandId,
            direction,
            source: sourceHash,
            target: targetHash,
          })),
        ),
      ],
    );
  }

  byIds(ids: readonly string[]): Promise<KnownLink[]> {
    return this.query(
      `select ${KNOWN} from unnest($1::uuid[]) as a(id)
       cross join lateral (select * from links o where o.id = a.id for no key update) l`,
      [[...ids].sort()],
    );
  }

  /** Links of some that one origin told of, each once. */
  async toldBy(originIds: readonly string[], limit: number): Promise<string[]> {
    const rows = await this.query<{ id: string }>(
      `select distinct link_id as id from (
         select link_id from link_sightings where origin_id = any ($1::uuid[]) order by link_id limit $2) told`,
      [originIds, limit],
    );
    return rows.map(({ id }) => id);
  }

  /** The brand's links to others on these pages of its own. */
  onPages(brandId: string, sourceHashes: readonly string[]): Promise<Omit<KnownLink, 'sightings'>[]> {
    return this.query(
      `with asked as materialized (select decode(hash, 'hex') as hash from unnest($2::text[]) as hash)
       select ${PLACE} from asked cross join lateral (
         select * from links o where o.brand_id = $1 and o.direction = 'to_them' and o.source_hash = asked.hash offset 0) l`,
      [brandId, sourceHashes],
    );
  }

  /**
   * Of the next links of a brand in the order of their places: those not lost that an import told of and this one did not. What this one
   * told is asked of each link by itself: a join would be planned by counts of rows that a large import has just made untrue.
   */
  async notNamedBy(
    whole: { importId: string; brandId: string; direction: LinkDirection },
    limit: number,
    after: LinkPosition | null,
  ): Promise<{ ids: string[]; next: LinkPosition | null }> {
    const rows = await this.query<{ id: string; isNamed: boolean; source: string; target: string }>(
      `select l.id, encode(l.source_hash, 'hex') as source, encode(l.target_hash, 'hex') as target,
         l.state = 'lost' or not 'import' = any (l.seen_by)
           or (select count(*) from link_sightings s where s.workspace_id = l.workspace_id and s.link_id = l.id and s.via = 'import'
                 and s.origin_id = $3) > 0 as "isNamed"
       from links l where l.brand_id = $1 and l.direction = $2 and (l.source_hash, l.target_hash) > (decode($4, 'hex'), decode($5, 'hex'))
       order by l.source_hash, l.target_hash limit $6`,
      [whole.brandId, whole.direction, whole.importId, after?.source ?? '', after?.target ?? '', limit],
    );
    const last = rows.at(-1);
    const isThrough = last === undefined || rows.length < limit;
    return {
      ids: rows.flatMap(({ id, isNamed }) => (isNamed ? [] : [id])),
      next: isThrough ? null : { source: last.source, target: last.target },
    };
  }

  /** Writes new links down; answers the ids of those that were not there. */
  async insert(
    links: readonly (LinkRecord & { readonly place: LinkPlace })[],
    createdAt: Date,
  ): Promise<Set<string>> {
    if (links.length === 0) return new Set();
    const rows = await this.query<{ id: string }>(
      `insert into links (workspace_id, id, client_id, brand_id, site_id, direction, source_url, target_url, source_hash, target_hash,
         state, first_seen_on, last_seen_at, lost_at, lost_reason, anchors, rel, is_image, is_sitewide, region, seen_by, placement_id, created_at)
       select $2, f.id, f."clientId", f."brandId", f."siteId", f.direction, f."sourceUrl", f."targetUrl",
         decode(f."sourceHash", 'hex'), decode(f."targetHash", 'hex'),
         f.state, f."firstSeenOn", ${at('f."lastSeenAt"')}, ${at('f."lostAt"')}, f."lostReason", f.anchors, f.rel, f."isImage",
         f."isSitewide", f.region, f."seenBy", f."placementId", $3
       from jsonb_to_recordset($1::jsonb) as f(id uuid, "clientId" uuid, "brandId" uuid, "siteId" uuid, direction text, "sourceUrl" text,
         "targetUrl" text, "sourceHash" text, "targetHash" text, ${FOLDED_TYPES})
       on conflict (workspace_id, brand_id, direction, source_hash, target_hash) do nothing returning id`,
      [
        JSON.stringify(links.map(({ id, place, folded }) => ({ id, ...place, ...folded }))),
        this.database.scope().workspaceId,
        createdAt,
      ],
    );
    return new Set(rows.map(({ id }) => id));
  }

  async update(links: readonly LinkRecord[]): Promise<void> {
    if (links.length === 0) return;
    await this.query(
      `update links l set state = f.state, first_seen_on = f."firstSeenOn", last_seen_at = ${at('f."lastSeenAt"')},
         lost_at = ${at('f."lostAt"')}, lost_reason = f."lostReason", anchors = f.anchors, rel = f.rel, is_image = f."isImage",
         is_sitewide = f."isSitewide", region = f.region, seen_by = f."seenBy", placement_id = f."placementId"
       from jsonb_to_recordset($1::jsonb) as f(id uuid, ${FOLDED_TYPES}) where l.id = f.id`,
      [JSON.stringify(links.map(({ id, folded }) => ({ id, ...folded })))],
    );
  }

  /** Takes links away that nobody told of. */
  async remove(ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.query('delete from links where id = any ($1::uuid[])', [ids]);
  }

  async saveSightings(records: readonly SightingRecord[]): Promise<void> {
    if (records.length === 0) return;
    await this.query(
      `insert into link_sightings (workspace_id, link_id, via, origin_id, client_id, state, first_seen_on, last_seen_at, lost_at,
         lost_reason, anchors, rel, is_image, is_sitewide, region, observed_at)
       select $2, f."linkId", f.via, f."originId", f."clientId", f.state, f."firstSeenOn", ${at('f."lastSeenAt"')}, ${at('f."lostAt"')},
         f."lostReason", f.anchors, f.rel, f."isImage", f."isSitewide", f.region, ${at('f."observedAt"')}
       from jsonb_to_recordset($1::jsonb) as f("linkId" uuid, via text, "originId" uuid, "clientId" uuid, state text, "firstSeenOn" date,
         "lastSeenAt" float8, "lostAt" float8, "lostReason" text, anchors text[], rel text, "isImage" boolean, "isSitewide" boolean,
         region text, "observedAt" float8)
       on conflict (workspace_id, link_id, via, origin_id) do update set state = excluded.state,
         first_seen_on = excluded.first_seen_on, last_seen_at = excluded.last_seen_at, lost_at = excluded.lost_at,
         lost_reason = excluded.lost_reason, anchors = excluded.anchors, rel = excluded.rel, is_image = excluded.is_image,
         is_sitewide = excluded.is_sitewide, region = excluded.region, observed_at = excluded.observed_at`,
      [
        JSON.stringify(records.map(({ linkId, clientId, sighting }) => ({ linkId, clientId, ...sighting }))),
        this.database.scope().workspaceId,
      ],
    );
  }

  async removeSightings(gone: readonly { linkId: string; via: string; originId: string }[]): Promise<void> {
    if (gone.length === 0) return;
    await this.query(
      `delete from link_sightings s using jsonb_to_recordset($1::jsonb) as f("linkId" uuid, via text, "originId" uuid)
       where s.link_id = f."linkId" and s.via = f.via and s.origin_id = f."originId"`,
      [JSON.stringify(gone)],
    );
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}
