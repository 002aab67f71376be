import type { MigrationInterface, QueryRunner } from 'typeorm';
import { definerFunction, installationTable, tenantTable } from './sql/tenant.js';

const METRIC_SOURCES = `('ahrefs', 'moz', 'majestic', 'semrush', 'se_ranking', 'search_console', 'common_crawl', 'tranco', 'hand')`;

const TENANT_TABLES = [
  'publishers',
  'site_publishers',
  'owner_changes',
  'conditions',
  'site_metrics',
  'site_latest_metrics',
];

const FUNCTIONS = [
  'search_publishers(text, integer)',
  'publishers_named_like(text, integer)',
  'domains_of_all_sites(text, integer)',
  'count_domains_of_all_sites()',
  'sites_in_use(uuid[])',
];

/**
 * Publishers with their sites and conditions, owners of sites over time, metrics of sites per source and date, and what was read from the
 * open lists of domain ranks.
 */
export class Publishers1763600000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table sites
        add column owner_changed_at timestamptz,
        add column import_id uuid;
      create index sites_import on sites (workspace_id, import_id) where import_id is not null;

      create table publishers (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        name text not null check (length(name) between 1 and 200),
        name_key text collate "C" not null,
        kind text not null default 'unknown' check (kind in ('unknown', 'editor', 'media_group', 'broker', 'supplier')),
        home_url text,
        country text check (country ~ '^[A-Z]{2}$'),
        notes text not null default '',
        search_text text not null default '',
        import_id uuid,
        revision integer not null default 1,
        created_by uuid,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        archived_at timestamptz,
        primary key (workspace_id, id),
        foreign key (workspace_id, import_id) references imports (workspace_id, id)
      );
      create index publishers_name on publishers (workspace_id, name_key, id) where archived_at is null;
      create index publishers_newest on publishers (workspace_id, created_at, id) where archived_at is null;
      create index publishers_import on publishers (workspace_id, import_id) where import_id is not null;
      create index publishers_archived on publishers (workspace_id, archived_at, id) where archived_at is not null;
      create index publishers_search on publishers using gin (search_text gin_trgm_ops);
      create index publishers_alike on publishers using gin (name_key gin_trgm_ops);

      create table site_publishers (
        workspace_id uuid not null,
        id uuid not null,
        site_id uuid not null,
        publisher_id uuid not null,
        role text not null default 'owner' check (role in ('owner', 'editor', 'broker', 'supplier')),
        since_on date,
        until_on date,
        import_id uuid,
        ended_at timestamptz,
        created_at timestamptz not null,
        primary key (workspace_id, id),
        foreign key (workspace_id, site_id) references sites (workspace_id, id),
        foreign key (workspace_id, publisher_id) references publishers (workspace_id, id),
        foreign key (workspace_id, import_id) references imports (workspace_id, id)
      );
      create unique index site_publishers_current on site_publishers (workspace_id, site_id, publisher_id, role) where ended_at is null;
      create unique index site_publishers_owner on site_publishers (workspace_id, site_id) where ended_at is null and role = 'owner';
      create index site_publishers_publisher on site_publishers (workspace_id, publisher_id);
      create index site_publishers_site on site_publishers (workspace_id, site_id);
      create index site_publishers_import on site_publishers (workspace_id, import_id) where import_id is not null;

      create table owner_changes (
        workspace_id uuid not null,
        id uuid not null,
        site_id uuid not null,
        publisher_id uuid not null,
        note text not null default '',
        changes jsonb not null default '[]',
        changed_by uuid,
        changed_at timestamptz not null,
        undone_at timestamptz,
        primary key (workspace_id, id),
        foreign key (workspace_id, site_id) references sites (workspace_id, id),
        foreign key (workspace_id, publisher_id) references publishers (workspace_id, id)
      );
      create index owner_changes_site on owner_changes (workspace_id, site_id, changed_at);

      create table conditions (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        publisher_id uuid,
        site_id uuid,
        type text check (type in ('editorial', 'guest_post', 'link_insertion', 'digital_pr', 'journalist_quote',
          'directory', 'broken_link', 'unlinked_mention', 'partnership', 'comment')),
        price_minor bigint check (price_minor >= 0),
        currency text check (currency ~ '^[A-Z]{3}$'),
        rel_policy text check (rel_policy in ('follow', 'nofollow', 'sponsored', 'ugc', 'any')),
        words_from integer check (words_from >= 0),
        words_to integer check (words_to >= 0),
        turnaround_days integer check (turnaround_days >= 0),
        refused_topics text[] not null default '{}',
        notes text not null default '',
        asked_on date,
        import_id uuid,
        recorded_by uuid,
        recorded_at timestamptz not null,
        outdated_at timestamptz,
        outdated_reason text check (outdated_reason in ('new_owner', 'replaced', 'removed')),
        primary key (workspace_id, id),
        foreign key (workspace_id, publisher_id) references publishers (workspace_id, id),
        foreign key (workspace_id, site_id) references sites (workspace_id, id),
        check (publisher_id is not null or site_id is not null),
        check ((price_minor is null) = (currency is null))
      );
      create index conditions_publisher on conditions (workspace_id, publisher_id, recorded_at) where publisher_id is not null;
      create index conditions_site on conditions (workspace_id, site_id, recorded_at) where site_id is not null;

      create table site_metrics (
        workspace_id uuid not null references workspaces (id),
        site_id uuid not null,
        source text not null check (source in ${METRIC_SOURCES}),
        metric text not null,
        measured_on date not null,
        value double precision not null,
        release text not null default '',
        origin_id uuid not null default '00000000-0000-0000-0000-000000000000',
        import_id uuid,
        recorded_at timestamptz not null,
        primary key (workspace_id, site_id, source, metric, measured_on, origin_id),
        foreign key (workspace_id, site_id) references sites (workspace_id, id)
      );
      create index site_metrics_import on site_metrics (workspace_id, import_id) where import_id is not null;

      create table site_latest_metrics (
        workspace_id uuid not null references workspaces (id),
        site_id uuid not null,
        source text not null check (source in ${METRIC_SOURCES}),
        metric text not null,
        measured_on date not null,
        value double precision not null,
        release text not null default '',
        primary key (workspace_id, site_id, source, metric),
        foreign key (workspace_id, site_id) references sites (workspace_id, id)
      );
      create index site_latest_metrics_value on site_latest_metrics (workspace_id, source, metric, value, site_id);

      ${TENANT_TABLES.map((table) => tenantTable(table)).join('\n')}

      create table authority_readings (
        id uuid primary key,
        source text not null check (source in ('common_crawl', 'tranco')),
        state text not null default 'running' check (state in ('running', 'done', 'failed')),
        release text not null default '',
        measured_on date,
        listed bigint not null default 0,
        unreadable bigint not null default 0,
        error_code text,
        started_at timestamptz not null,
        finished_at timestamptz
      );
      create index authority_readings_newest on authority_readings (source, started_at);
      create table authority_ranks (
        reading_id uuid not null references authority_readings (id) on delete cascade,
        site_key text collate "C" not null,
        first_rank bigint not null,
        second_rank bigint,
        primary key (reading_id, site_key)
      );
      ${['authority_readings', 'authority_ranks'].map(installationTable).join('\n')}

      create function search_publishers(words text, at_most integer) returns setof uuid
        language sql stable security definer set search_path = public, pg_temp as $$
        select id from publishers
        where workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid
          and archived_at is null
          and search_text like '%' || replace(replace(replace(words, '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'
        limit at_most
      $$;
      create function publishers_named_like(wanted_key text, at_most integer) returns setof uuid
        language sql stable security definer set search_path = public, pg_temp as $$
        select id from publishers
        where workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid
          and archived_at is null and name_key % wanted_key and similarity(name_key, wanted_key) >= 0.7
        order by similarity(name_key, wanted_key) desc, id limit at_most
      $$;
      create function domains_of_all_sites(after_key text, at_most integer) returns setof text
        language sql stable security definer set search_path = public, pg_temp as $$
        select distinct site_key from sites where kind = 'domain' and archived_at is null and site_key > after_key collate "C"
        order by site_key limit at_most
      $$;
      create function count_domains_of_all_sites() returns bigint
        language sql stable security definer set search_path = public, pg_temp as $$
        select count(*) from sites where kind = 'domain' and archived_at is null
      $$;
      create index sites_domain on sites (site_key) where kind = 'domain' and archived_at is null;
      create function sites_in_use(asked uuid[]) returns setof uuid
        language plpgsql stable security definer set search_path = public, pg_temp as $$
        declare
          place record;
          here uuid := nullif(current_setting('app.workspace_id', true), '')::uuid;
        begin
          for place in
            select k.conrelid::regclass::text as table_name, a.attname as column_name
            from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[2]
            where k.contype = 'f' and k.confrelid = 'sites'::regclass
          loop
            return query execute format('select distinct %1$I from %2$s where workspace_id = $1 and %1$I = any ($2)',
              place.column_name, place.table_name) using here, asked;
          end loop;
        end
      $$;
      ${FUNCTIONS.map(definerFunction).join('\n')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${FUNCTIONS.map((signature) => `drop function ${signature};`).join('\n')}
      drop table authority_ranks, authority_readings;
      drop table site_latest_metrics, site_metrics, conditions, owner_changes, site_publishers, publishers;
      drop index sites_domain;
      alter table sites drop column import_id, drop column owner_changed_at;
    `);
  }
}
