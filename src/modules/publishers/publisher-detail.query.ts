import { Injectable } from '@nestjs/common';
import { displayHost } from '../../core/sites/site-key.js';
import { Database } from '../../platform/database/database.js';
import type { PublisherDouble } from './publisher-list.dto.js';
import type { PublisherSite, SitePublisher } from './publisher-views.dto.js';

/** The most sites a publisher's page shows. */
const AT_MOST_SITES = 1000;
/** Doubles that a warning names. */
const AT_MOST_DOUBLES = 10;

const LINK = `l.id as "linkId", l.role, l.since_on::text as "sinceOn", l.until_on::text as "untilOn", l.ended_at is not null as "isFormer"`;

/** What stands around a publisher: its sites, and who may be the same. In the open transaction. */
@Injectable()
export class PublisherDetailQuery {
  constructor(private readonly database: Database) {}

  /** Sites of a publisher: present ones first, by their keys. */
  async sites(publisherId: string): Promise<PublisherSite[]> {
    const rows = await this.query<Omit<PublisherSite, 'displayHost'>>(
      `select ${LINK}, l.site_id as "siteId", s.site_key as "siteKey"
       from site_publishers l join sites s on s.workspace_id = l.workspace_id and s.id = l.site_id
       where l.publisher_id = $1 order by l.ended_at is not null, s.site_key, l.created_at desc, l.id limit ${AT_MOST_SITES}`,
      [publisherId],
    );
    return rows.map((row) => ({ ...row, displayHost: displayHost(row.siteKey) }));
  }

  /** Publishers of a site: present ones first, the owner before others, then the latest former ones. */
  ofSite(siteId: string): Promise<SitePublisher[]> {
    return this.query(
      `select ${LINK}, l.publisher_id as "publisherId", p.name, p.kind
       from site_publishers l join publishers p on p.workspace_id = l.workspace_id and p.id = l.publisher_id
       where l.site_id = $1
       order by l.ended_at is not null, l.ended_at desc, l.role <> 'owner', p.name_key, l.id limit ${AT_MOST_SITES}`,
      [siteId],
    );
  }

  /** Publishers with this folded name, then those whose name is nearly this one; `exceptId` is left out. */
  doublesOf(key: string, exceptId: string | null): Promise<PublisherDouble[]> {
    return this.query(
      `select p.id, p.name, p.kind,
         (select count(distinct l.site_id)::int from site_publishers l where l.publisher_id = p.id and l.ended_at is null) as "siteCount",
         case when p.name_key = $1 then 'same_name' else 'name_alike' end as reason
       from publishers p
       where p.archived_at is null and ($2::uuid is null or p.id <> $2) and p.id in (
         (select id from publishers where name_key = $1 and archived_at is null order by id limit ${AT_MOST_DOUBLES})
         union select publishers_named_like($1, ${AT_MOST_DOUBLES}))
       order by p.name_key <> $1, p.name_key, p.id limit ${AT_MOST_DOUBLES}`,
      [key, exceptId],
    );
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}
