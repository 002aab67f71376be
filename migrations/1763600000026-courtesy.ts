import type { MigrationInterface, QueryRunner } from 'typeorm';
import { doNotContactKeptTrue } from './sql/prospects-kept-true.js';
import { clientOrNobody, definerFunction } from './sql/tenant.js';

/** Where a suppression came from and for whom it holds; a mail's own reasons to be told apart. */
export class Courtesy1763600000026 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table suppressions
        add column client_id uuid,
        add column source text not null default 'by_hand'
          check (source in ('by_hand', 'imported', 'reply', 'one_click', 'bounce', 'complaint', 'erasure', 'replayed')),
        add column source_id uuid,
        add column evidence text not null default '' check (length(evidence) <= 2000),
        add column lift_reason text not null default '' check (length(lift_reason) <= 2000),
        add foreign key (workspace_id, client_id) references clients (workspace_id, id);
      drop index suppressions_address, suppressions_site;
      create unique index suppressions_address on suppressions (workspace_id, address_hash, client_id) nulls not distinct
        where lifted_at is null and address_hash is not null;
      create unique index suppressions_site on suppressions (workspace_id, site_id, client_id) nulls not distinct
        where lifted_at is null and site_id is not null;
      update suppressions set source = case when import_id is not null then 'imported' else 'erasure' end, source_id = import_id
        where import_id is not null or (kind = 'address' and address is null);
      ${doNotContactKeptTrue(' and s.client_id is null')}
      ${clientOrNobody('suppressions')}

      create function release_blob(released bytea) returns void
        language sql security definer set search_path = public, pg_temp as $$
        delete from blobs b where b.sha256 = released
          and not exists (select 1 from inbound_messages where blob_sha256 = released)
          and not exists (select 1 from evidence where blob_sha256 = released)
          and not exists (select 1 from imports where file_sha256 = released)
          and not exists (select 1 from sightings where picture_sha256 = released)
          and not exists (select 1 from clients where logo_sha256 = released)
          and not exists (select 1 from placement_term_sources where document_sha256 = released)
          and not exists (select 1 from pitch_files where sha256 = released)
          and not exists (select 1 from reports where content_sha256 = released)
      $$;
      ${definerFunction('release_blob(bytea)')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function release_blob(bytea);
      drop policy client_scope on suppressions;
      ${doNotContactKeptTrue('')}
      drop index suppressions_address, suppressions_site;
      delete from suppressions where client_id is not null;
      alter table suppressions drop column client_id, drop column source, drop column source_id, drop column evidence,
        drop column lift_reason;
      create unique index suppressions_address on suppressions (workspace_id, address_hash) where lifted_at is null and address_hash is not null;
      create unique index suppressions_site on suppressions (workspace_id, site_id) where lifted_at is null and site_id is not null;
    `);
  }
}
