import { mayMail } from '../../core/contacts/may-mail.js';
import { displayHost } from '../../core/sites/site-key.js';
import type { ContactRow, PlaceInRow } from './contact-views.dto.js';

/** A place as statements answer it: the key of a site or the name of a publisher. */
export interface PlaceRecord {
  readonly siteId: string | null;
  readonly publisherId: string | null;
  readonly siteKey: string | null;
  readonly publisherName: string | null;
  readonly role: string;
  readonly isFormer: boolean;
}

/** A contact as the statements of lists answer it. */
export type ContactRecord = Omit<ContactRow, 'mayMail' | 'places' | 'placeCount'> & {
  /** Null where there is none. */
  readonly placeCount: number | null;
  readonly hasEvidence: boolean;
  readonly erasedAt: Date | null;
  readonly places: readonly PlaceRecord[];
};

/** The columns of a list's row, from `contacts c` with the joins below. */
export const COLUMNS = `c.id, c.name, c.position, c.language, c.form_of_address as "formOfAddress", c.time_zone as "timeZone", c.country,
  c.main_address as "mainAddress", c.main_address_status as "mainAddressStatus", a.n as "addressCount", coalesce(p.places, '[]') as places,
  p.n as "placeCount", c.ground, coalesce(g.has_evidence, false) as "hasEvidence", c.is_former as "isFormer", c.objected_at as "objectedAt",
  c.created_at as "createdAt", c.updated_at as "updatedAt", c.archived_at as "archivedAt", c.erased_at as "erasedAt", c.revision`;

/** One place as JSON. */
const PLACE = `jsonb_build_object('siteId', cp.site_id, 'publisherId', cp.publisher_id, 'siteKey', s.site_key, 'publisherName', u.name,
  'role', cp.role, 'isFormer', cp.is_former)`;

/** Counts and first places of the rows a page shows; never of those it leaves out. */
export const JOINS = `
  cross join lateral (
    select count(*)::int as n from contact_addresses ca where ca.contact_id = c.id and ca.archived_at is null
  ) a
  cross join lateral (
    select max(f.n)::int as n, jsonb_agg(f.place order by f.no) filter (where f.no <= 3) as places from (
      select ${PLACE} as place, row_number() over (order by cp.is_former, cp.created_at, cp.id) as no, count(*) over () as n
      from contact_places cp
      left join sites s on s.workspace_id = cp.workspace_id and s.id = cp.site_id
      left join publishers u on u.workspace_id = cp.workspace_id and u.id = cp.publisher_id
      where cp.contact_id = c.id
    ) f
  ) p
  left join lateral (
    select (cg.evidence_url is not null or cg.evidence_text <> '') as has_evidence from contact_grounds cg
    where cg.contact_id = c.id and cg.withdrawn_at is null order by cg.recorded_at desc, cg.id desc limit 1
  ) g on true`;

/** The row as lists show it; `today` is the day in the workspace's zone. */
export function rowOf(record: ContactRecord, today: string): ContactRow {
  const { hasEvidence, erasedAt, places, placeCount, ...row } = record;
  return {
    ...row,
    placeCount: placeCount ?? 0,
    places: places.map(placeOf),
    mayMail: mayMail({
      country: row.country,
      ground: row.ground,
      hasEvidence,
      objectedOn: row.objectedAt === null ? null : row.objectedAt.toISOString().slice(0, 10),
      hasAddress: row.mainAddress !== null,
      isErased: erasedAt !== null,
      today,
    }),
  };
}

/** A place with the name people read. */
export function placeOf({ siteKey, publisherName, ...place }: PlaceRecord): PlaceInRow {
  return { ...place, label: siteKey === null ? (publisherName ?? '') : displayHost(siteKey) };
}
