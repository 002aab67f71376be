import { Injectable } from '@nestjs/common';
import { LIVE_COUNT_STATES } from '../../core/placements/placement.js';
import { Database } from '../../platform/database/database.js';
import { COUNTED_UP_TO } from '../../platform/http/list.dto.js';
import type { ParentSite, SiteView } from './sites.dto.js';

export type SiteRow = Omit<SiteView, 'displayHost'> & { notes: string; ownerChangedAt: Date | null };

/** What a page of the list asks for. `from` and `below` bound the host by its beginning; `after` is the last key shown. */
export interface SitesPage {
  readonly from: string | null;
  readonly below: string | null;
  readonly after: string | null;
  readonly limit: number;
}

const COLUMNS = `s.id, s.kind, s.site_key as "siteKey", s.host, s.path_prefix as "pathPrefix", s.parent_site_id as "parentSiteId",
  s.notes, s.character_changed_at as "characterChangedAt", s.created_at as "createdAt",
  s.owner_changed_at as "ownerChangedAt", c.placements as "placementCount", c.live as "liveCount"`;

const COUNTS = (states: string): string => `cross join lateral (
    select count(*)::int as placements, (count(*) filter (where p.state = any (${states})))::int as live
    from placements p where p.site_id = s.id and p.archived_at is null
  ) c`;

/** What members limited to clients may know a site by; the tables that name most sites come first. */
const NAMED_IN = [
  'prospects',
  'site_metrics',
  'site_publishers',
  'contact_places',
  'placements',
  'conditions',
  'contact_proposals',
  '(select site_id from suppressions where lifted_at is null)',
];

/**
 * Members limited to clients see the sites their placements stand on, and those that records of the whole workspace are about. A site that
 * is known by another client's placements alone is not shown to them. Each site is looked up by itself: `exists` would read whole tables.
 */
const VISIBLE = `((select app_sees_all_clients()) or ${NAMED_IN.map(
  (table) => `(select 1 from ${table} x where x.site_id = s.id limit 1) is not null`,
).join(' or ')})`;

/** Sites as their pages show them. */
@Injectable()
export class SitesQuery {
  constructor(private readonly database: Database) {}

  /** One row more than the limit, by key. */
  page(page: SitesPage): Promise<SiteRow[]> {
    return this.query(
      `select ${COLUMNS} from (
         select * from sites s
         where ($1::text is null or s.site_key >= $1) and ($2::text is null or s.site_key < $2)
           and ($3::text is null or s.site_key > $3) and s.archived_at is null and ${VISIBLE}
         order by s.site_key limit $4
       ) s ${COUNTS('$5')} order by s.site_key`,
      [page.from, page.below, page.after, page.limit + 1, LIVE_COUNT_STATES],
    );
  }

  /** Sites within the bounds, counted up to one more than lists say. */
  async count(from: string | null, below: string | null): Promise<number> {
    const rows = await this.query<{ total: number }>(
      `select count(*)::int as total from (
         select 1 from sites s where ($1::text is null or s.site_key >= $1) and ($2::text is null or s.site_key < $2)
           and s.archived_at is null and ${VISIBLE} limit $3
       ) counted`,
      [from, below, COUNTED_UP_TO + 1],
    );
    return rows[0]?.total ?? 0;
  }

  async one(id: string): Promise<SiteRow | null> {
    const rows = await this.query<SiteRow>(
      `select ${COLUMNS} from sites s ${COUNTS('$2')} where s.id = $1 and ${VISIBLE}`,
      [id, LIVE_COUNT_STATES],
    );
    return rows[0] ?? null;
  }

  /** Whether the site is there and may be seen. */
  async isVisible(id: string): Promise<boolean> {
    const rows = await this.query(`select 1 from sites s where s.id = $1 and ${VISIBLE}`, [id]);
    return rows.length > 0;
  }

  /** A site's parent and the sub-sites cut from it. */
  async family(id: string, parentId: string | null): Promise<Omit<ParentSite, 'displayHost'>[]> {
    return this.query(
      `select s.id, s.site_key as "siteKey" from sites s where s.id = $2 or (s.parent_site_id = $1 and ${VISIBLE}) order by s.site_key`,
      [id, parentId],
    );
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}
