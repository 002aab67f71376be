import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './sql/tenant.js';

const SIGNATURES = [
  'search_relationships(text, integer)',
  'due_crawls(timestamptz, integer)',
  'due_crawl_plans(timestamptz, integer)',
];

/** Links in both directions with who saw them, the relationship log, and crawls of the brands' own sites. */
export class Relationships1763600000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table links (
        workspace_id uuid not null,
        id uuid not null,
        client_id uuid not null,
        brand_id uuid not null,
        site_id uuid not null,
        direction text not null check (direction in ('to_us', 'to_them')),
        source_url text not null check (length(source_url) <= 4000),
        target_url text not null check (length(target_url) <= 4000),
        source_hash bytea not null check (length(source_hash) = 16),
        target_hash bytea not null check (length(target_hash) = 16),
        anchors text[] not null default '{}',
        rel text,
        is_image boolean,
        is_sitewide boolean,
        region text,
        state text not null check (state in ('live', 'lost', 'unknown')),
        first_seen_on date,
        last_seen_at timestamptz,
        lost_at timestamptz,
        lost_reason text,
        seen_by text[] not null default '{}',
        placement_id uuid,
        created_at timestamptz not null,
        primary key (workspace_id, id),
        foreign key (workspace_id, client_id, brand_id) references brands (workspace_id, client_id, id),
        foreign key (workspace_id, site_id) references sites (workspace_id, id),
        foreign key (workspace_id, placement_id) references placements (workspace_id, id)
      );
      create unique index links_pair on links (workspace_id, brand_id, direction, source_hash, target_hash);
      create index links_site on links (workspace_id, site_id, brand_id, first_seen_on);
      create index links_target on links (workspace_id, brand_id, target_hash) where direction = 'to_us';
      create index links_placement on links (workspace_id, placement_id) where placement_id is not null;

      create table link_sightings (
        workspace_id uuid not null,
        link_id uuid not null,
        via text not null check (via in ('placement', 'import', 'crawl', 'hand')),
        origin_id uuid not null,
        client_id uuid not null,
        state text not null check (state in ('live', 'lost', 'unknown')),
        first_seen_on date,
        last_seen_at timestamptz,
        lost_at timestamptz,
        lost_reason text,
        anchors text[] not null default '{}',
        rel text,
        is_image boolean,
        is_sitewide boolean,
        region text,
        observed_at timestamptz not null,
        primary key (workspace_id, link_id, via, origin_id),
        foreign key (workspace_id, link_id) references links (workspace_id, id)
      );
      create index link_sightings_origin on link_sightings (workspace_id, origin_id, link_id);

      create table relationships (
        workspace_id uuid not null,
        id uuid not null,
        client_id uuid not null,
        brand_id uuid not null,
        site_id uuid not null,
        stage text not null default 'unknown' check (stage in ('unknown', 'cold', 'contacted', 'engaged', 'partner', 'dormant', 'declined')),
        reason text check (reason in ('shared_event', 'podcast_or_guest', 'tool_and_tutorial', 'case_studies', 'curated_hub', 'other')),
        reason_note text not null default '',
        would_link_anyway boolean,
        readers_gain boolean,
        litmus_by uuid,
        litmus_at timestamptz,
        litmus_note text not null default '',
        to_us_live integer not null default 0,
        to_us_lost integer not null default 0,
        to_us_unknown integer not null default 0,
        to_them_live integer not null default 0,
        to_them_lost integer not null default 0,
        to_them_unknown integer not null default 0,
        oldest_on date,
        newest_on date,
        import_id uuid,
        revision integer not null default 1,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        primary key (workspace_id, id),
        foreign key (workspace_id, client_id, brand_id) references brands (workspace_id, client_id, id),
        foreign key (workspace_id, site_id) references sites (workspace_id, id)
      );
      create unique index relationships_pair on relationships (workspace_id, brand_id, site_id);
      create index relationships_site on relationships (workspace_id, site_id);
      create index relationships_client on relationships (workspace_id, client_id, brand_id, id);
      create index relationships_updated on relationships (workspace_id, updated_at, id);
      create index relationships_newest on relationships (workspace_id, coalesce(newest_on, '-infinity'), id);
      create index relationships_import on relationships (workspace_id, import_id) where import_id is not null;
      create index relationships_to_us on relationships (workspace_id, to_us_live, id);
      create index relationships_to_them on relationships (workspace_id, to_them_live, id);

      create table crawls (
        workspace_id uuid not null,
        id uuid not null,
        client_id uuid not null,
        brand_id uuid not null,
        state text not null default 'running' check (state in ('running', 'done', 'stopped', 'failed')),
        is_complete boolean not null default false,
        pages_found integer not null default 0,
        pages_read integer not null default 0,
        pages_failed integer not null default 0,
        pages_skipped integer not null default 0,
        links_found integer not null default 0,
        page_limit integer not null,
        error_code text,
        is_cut boolean not null default false,
        host_slot text not null,
        due_at timestamptz,
        started_by uuid,
        started_at timestamptz not null,
        finished_at timestamptz,
        primary key (workspace_id, id),
        foreign key (workspace_id, client_id, brand_id) references brands (workspace_id, client_id, id)
      );
      create unique index crawls_running on crawls (workspace_id, brand_id) where state = 'running';
      create index crawls_due on crawls (due_at) where state = 'running';
      create index crawls_brand on crawls (workspace_id, brand_id, started_at desc);

      create table crawl_pages (
        workspace_id uuid not null,
        crawl_id uuid not null,
        page_no integer not null,
        url text not null check (length(url) <= 4000),
        url_hash bytea not null,
        depth smallint not null default 0,
        state text not null default 'waiting' check (state in ('waiting', 'read', 'failed', 'refused', 'skipped')),
        finding_code text,
        http_status integer,
        link_count integer,
        attempts smallint not null default 0,
        pattern_hash bytea,
        read_at timestamptz,
        primary key (workspace_id, crawl_id, page_no),
        foreign key (workspace_id, crawl_id) references crawls (workspace_id, id)
      );
      create unique index crawl_pages_url on crawl_pages (workspace_id, crawl_id, url_hash);
      create index crawl_pages_pattern on crawl_pages (workspace_id, crawl_id, pattern_hash) where pattern_hash is not null;
      create index crawl_pages_waiting on crawl_pages (workspace_id, crawl_id, page_no) where state = 'waiting';

      create table crawl_plans (
        workspace_id uuid not null,
        brand_id uuid not null,
        client_id uuid not null,
        is_on boolean not null default true,
        every_days integer not null default 30 check (every_days between 1 and 365),
        page_limit integer not null default 5000 check (page_limit between 1 and 50000),
        next_at timestamptz,
        read_completely_at timestamptz,
        primary key (workspace_id, brand_id),
        foreign key (workspace_id, client_id, brand_id) references brands (workspace_id, client_id, id)
      );
      create index crawl_plans_due on crawl_plans (next_at) where is_on;

      ${['links', 'link_sightings', 'relationships', 'crawls', 'crawl_plans'].map((table) => tenantTable(table, { clientColumn: 'client_id' })).join('\n')}
      ${tenantTable('crawl_pages')}

      create index sites_words on sites using gin (site_key gin_trgm_ops);

      create function search_relationships(words text, at_most integer) returns setof uuid
        language sql stable security definer set search_path = public, pg_temp as $$
        select r.id from sites s
        join relationships r on r.workspace_id = s.workspace_id and r.site_id = s.id
        where s.workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid
          and s.site_key like '%' || replace(replace(replace(words, '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'
          and ((select app_sees_all_clients()) or r.client_id = any ((select app_client_ids())::uuid[]))
        limit at_most
      $$;

      create function due_crawls(moment timestamptz, at_most integer)
        returns table (workspace_id uuid, crawl_id uuid, host_slot text)
        language sql stable security definer set search_path = public, pg_temp as $$
        select c.workspace_id, c.id, c.host_slot from crawls c
        where c.state = 'running' and c.due_at <= moment
        order by c.due_at limit at_most
      $$;

      create function due_crawl_plans(moment timestamptz, at_most integer)
        returns table (workspace_id uuid, brand_id uuid)
        language sql stable security definer set search_path = public, pg_temp as $$
        select p.workspace_id, p.brand_id from crawl_plans p
        where p.is_on and p.next_at <= moment order by p.next_at limit at_most
      $$;
    `);
    for (const signature of SIGNATURES) {
      await runner.query(`
        alter function ${signature} owner to linkledger_definer;
        revoke all on function ${signature} from public;
        grant execute on function ${signature} to linkledger_app;
      `);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const signature of SIGNATURES) await runner.query(`drop function ${signature}`);
    await runner.query('drop index sites_words');
    await runner.query('drop table crawl_plans, crawl_pages, crawls, relationships, link_sightings, links');
  }
}
