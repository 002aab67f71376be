import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './sql/tenant.js';

/** What tools say of whole sites that link to a brand, list by list: without pages these are no links. */
export class LinkingSites1763600000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table linking_sites (
        workspace_id uuid not null,
        id uuid not null,
        client_id uuid not null,
        brand_id uuid not null,
        site_id uuid not null,
        source text collate "C" not null check (length(source) between 1 and 40),
        named text collate "C" not null check (length(named) between 1 and 300),
        import_id uuid not null,
        state text not null check (state in ('live', 'lost')),
        link_count bigint check (link_count >= 0),
        follow_count bigint check (follow_count >= 0),
        first_seen_on date,
        last_seen_at timestamptz,
        lost_at timestamptz,
        lost_reason text,
        observed_at timestamptz not null,
        primary key (workspace_id, id),
        foreign key (workspace_id, client_id, brand_id) references brands (workspace_id, client_id, id),
        foreign key (workspace_id, site_id) references sites (workspace_id, id)
      );
      create unique index linking_sites_told on linking_sites (workspace_id, brand_id, source, named, import_id);
      create index linking_sites_site on linking_sites (workspace_id, site_id, brand_id);
      create index linking_sites_import on linking_sites (workspace_id, import_id, id);

      alter table relationships add column told_state text check (told_state in ('live', 'lost'));

      ${tenantTable('linking_sites', { clientColumn: 'client_id' })}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table relationships drop column told_state; drop table linking_sites');
  }
}
