import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './sql/tenant.js';

/** Clients, their brands and target pages; the sites that link to them; which clients a member is limited to. */
export class ClientsAndSites1763600000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table clients (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        name text not null check (length(name) between 1 and 200),
        notes text not null default '',
        created_at timestamptz not null,
        archived_at timestamptz,
        primary key (workspace_id, id)
      );
      create unique index clients_name on clients (workspace_id, lower(name)) where archived_at is null;

      create table member_clients (
        workspace_id uuid not null,
        member_id uuid not null,
        client_id uuid not null,
        primary key (workspace_id, member_id, client_id),
        foreign key (workspace_id, member_id) references members (workspace_id, id),
        foreign key (workspace_id, client_id) references clients (workspace_id, id)
      );

      create table sites (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        kind text not null check (kind in ('domain', 'host', 'sub_domain', 'path')),
        site_key text collate "C" not null,
        host text collate "C" not null,
        path_prefix text not null default '',
        parent_site_id uuid,
        notes text not null default '',
        character_changed_at timestamptz,
        created_at timestamptz not null,
        archived_at timestamptz,
        primary key (workspace_id, id),
        foreign key (workspace_id, parent_site_id) references sites (workspace_id, id)
      );
      create unique index sites_key on sites (workspace_id, site_key);
      create index sites_parent on sites (workspace_id, parent_site_id) where parent_site_id is not null;

      create table brands (
        workspace_id uuid not null,
        id uuid not null,
        client_id uuid not null,
        name text not null check (length(name) between 1 and 200),
        aliases text[] not null default '{}',
        home_url text not null,
        site_key text not null,
        created_at timestamptz not null,
        archived_at timestamptz,
        primary key (workspace_id, id),
        foreign key (workspace_id, client_id) references clients (workspace_id, id)
      );
      create unique index brands_name on brands (workspace_id, client_id, lower(name)) where archived_at is null;
      create unique index brands_client on brands (workspace_id, client_id, id);

      create table target_pages (
        workspace_id uuid not null,
        id uuid not null,
        client_id uuid not null,
        brand_id uuid not null,
        url text not null check (length(url) <= 4000),
        url_key text not null check (length(url_key) <= 4000),
        label text not null default '',
        host_slot text not null,
        status text not null default 'unknown' check (status in ('unknown', 'answers', 'failing', 'could_not_check')),
        http_status integer,
        final_url text,
        indexable boolean,
        failing_since timestamptz,
        finding_code text,
        checked_at timestamptz,
        next_check_at timestamptz,
        created_at timestamptz not null,
        archived_at timestamptz,
        primary key (workspace_id, id),
        foreign key (workspace_id, client_id, brand_id) references brands (workspace_id, client_id, id)
      );
      create unique index target_pages_url on target_pages (workspace_id, brand_id, md5(url_key)) where archived_at is null;
      create index target_pages_due on target_pages (host_slot, next_check_at) where next_check_at is not null;

      ${tenantTable('clients', { clientColumn: 'id' })}
      ${tenantTable('member_clients')}
      ${tenantTable('sites')}
      ${['brands', 'target_pages'].map((table) => tenantTable(table, { clientColumn: 'client_id' })).join('\n')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table target_pages, brands, sites, member_clients, clients');
  }
}
