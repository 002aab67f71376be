import type { Told } from '../../core/relationships/linking-site.js';
import {
  arrowsOf,
  type LinkCounts,
  type RelationshipReason,
  type RelationshipStage,
} from '../../core/relationships/relationship.js';
import { displayHost } from '../../core/sites/site-key.js';
import type { RelationshipRow, ToldView } from './relationship-list.dto.js';

/** A relationship as the statements of lists answer it. */
export interface RelationshipRecord extends LinkCounts {
  readonly id: string;
  readonly brandId: string;
  readonly brandName: string;
  readonly clientId: string;
  readonly clientName: string;
  readonly siteId: string;
  readonly siteKey: string;
  readonly publisherId: string | null;
  readonly publisherName: string | null;
  readonly stage: RelationshipStage;
  readonly oldestOn: string | null;
  readonly newestOn: string | null;
  readonly reason: RelationshipReason | null;
  readonly wouldLinkAnyway: boolean | null;
  readonly readersGain: boolean | null;
  readonly litmusNote: string;
  readonly litmusByName: string | null;
  readonly litmusAt: Date | null;
  readonly ownSiteReadAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly revision: number;
}

/** Columns of a `RelationshipRecord`, from `relationships r` joined as `JOINS` says. */
export const COLUMNS = `r.id, r.brand_id as "brandId", b.name as "brandName", r.client_id as "clientId", c.name as "clientName",
  r.site_id as "siteId", s.site_key as "siteKey", pub.id as "publisherId", pub.name as "publisherName", r.stage,
  r.to_us_live as "toUsLive", r.to_us_lost as "toUsLost", r.to_us_unknown as "toUsUnknown",
  r.to_them_live as "toThemLive", r.to_them_lost as "toThemLost", r.to_them_unknown as "toThemUnknown",
  r.told_state as "toldState", r.oldest_on::text as "oldestOn", r.newest_on::text as "newestOn", r.reason,
  r.would_link_anyway as "wouldLinkAnyway", r.readers_gain as "readersGain", r.litmus_note as "litmusNote",
  u.name as "litmusByName", r.litmus_at as "litmusAt", plan.read_completely_at as "ownSiteReadAt",
  r.created_at as "createdAt", r.updated_at as "updatedAt", r.revision`;

export const JOINS = `join brands b on b.workspace_id = r.workspace_id and b.id = r.brand_id
  join clients c on c.workspace_id = r.workspace_id and c.id = r.client_id
  join sites s on s.workspace_id = r.workspace_id and s.id = r.site_id
  left join crawl_plans plan on plan.workspace_id = r.workspace_id and plan.brand_id = r.brand_id
  left join users u on u.id = r.litmus_by
  left join lateral (
    select p.id, p.name from site_publishers sp
    join publishers p on p.workspace_id = sp.workspace_id and p.id = sp.publisher_id
    where sp.workspace_id = r.workspace_id and sp.site_id = r.site_id and sp.ended_at is null
    order by (sp.role <> 'owner'), sp.id limit 1) pub on true`;

/** A record as lists show it, with the tools' word about the whole site. */
export function rowOf(record: RelationshipRecord, told: Told | null): RelationshipRow {
  const arrows = arrowsOf(record, record.ownSiteReadAt !== null);
  return {
    ...placeOf(record),
    stage: record.stage,
    arrows: { ...arrows, toThemAsOf: record.ownSiteReadAt },
    toUsLive: record.toUsLive,
    toUsLost: record.toUsLost,
    toUsUnknown: record.toUsUnknown,
    told: told === null ? null : toldView(told),
    toThemLive: record.toThemLive,
    toThemLost: record.toThemLost,
    toThemUnknown: record.toThemUnknown,
    oldestOn: record.oldestOn,
    newestOn: record.newestOn,
    reason: record.reason,
    litmus: {
      wouldLinkAnyway: record.wouldLinkAnyway,
      readersGain: record.readersGain,
      note: record.litmusNote,
      byName: record.litmusByName,
      at: record.litmusAt,
    },
    createdAt: record.createdAt,
    updatedAt: record.updatedAt,
    revision: record.revision,
  };
}

/** The day a list tells of, as people name it. */
export function dayOf(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}

function toldView({ state, source, linkCount, observedAt }: Told): ToldView {
  return { state, source, links: linkCount, asOf: dayOf(observedAt) };
}

function placeOf(record: RelationshipRecord) {
  const { publisherId, publisherName } = record;
  return {
    id: record.id,
    brandId: record.brandId,
    brandName: record.brandName,
    clientId: record.clientId,
    clientName: record.clientName,
    siteId: record.siteId,
    displayHost: displayHost(record.siteKey),
    publisher:
      publisherId === null || publisherName === null ? null : { id: publisherId, name: publisherName },
  };
}
