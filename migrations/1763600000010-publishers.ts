import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './sql/tenant.js';

const METRIC_SOURCES = `('ahrefs', 'moz', 'majestic', 'semrush', 'se_ranking', 'search_console', 'common_crawl', 'tranco', 'hand')`;

/** Publishers with their sites and conditions, owners of sites over time, and metrics of sites per source and date. */
export class Publishers1763600000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table sites
        add column owner_changed_at timestamptz,
        add column import_id uuid,
        add foreign key (workspace_id, import_id) references imports (workspace_id, id);
      create index sites_import on sites (workspace_id, import_id) where import_id is not null;

      create table publishers (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        name text not null check (length(name) between 1 and 200),
        name_key text not null,
        kind text not null default 'unknown' check (kind in ('unknown', 'editor', 'media_group', 'broker', 'supplier')),
        home_url text,
        country text check (country ~ '^[A-Z]{2}$'),
        notes text not null default '',
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
      create index publishers_search on publishers using gin (name_key gin_trgm_ops);

      create table site_publishers (
        workspace_id uuid not null,
        id uuid not null,
        site_id uuid not null,
        publisher_id uuid not null,
        role text not null default 'owner' check (role in ('owner', 'editor', 'broker', 'supplier')),
        since_on date,
        until_on date,
        ended_at timestamptz,
        created_at timestamptz not null,
        primary key (workspace_id, id),
        foreign key (workspace_id, site_id) references sites (workspace_id, id),
        foreign key (workspace_id, publisher_id) references publishers (workspace_id, id)
      );
      create unique index site_publishers_current on site_publishers (workspace_id, site_id, publisher_id, role) where ended_at is null;
      create unique index site_publishers_owner on site_publishers (workspace_id, site_id) where ended_at is null and role = 'owner';
      create index site_publishers_publisher on site_publishers (workspace_id, publisher_id);

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
        words_from integer,
        words_to integer,
        turnaround_days integer,
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
        import_id uuid,
        recorded_at timestamptz not null,
        primary key (workspace_id, site_id, source, metric, measured_on),
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

      ${['publishers', 'site_publishers', 'conditions', 'site_metrics', 'site_latest_metrics'].map((table) => tenantTable(table)).join('\n')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table site_latest_metrics, site_metrics, conditions, site_publishers, publishers;
      alter table sites drop column import_id, drop column owner_changed_at;
    `);
  }
}
