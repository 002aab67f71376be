import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './sql/tenant.js';

/** Imports of every kind: large files in parts, what a run changed and how it was before, mappings that are remembered. */
export class ImportStreams1763600000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table imports
        alter column file_sha256 drop not null,
        add column format text not null default 'placements',
        add column content text not null default 'placements',
        add column dialect jsonb not null default '{}',
        add column file_size bigint not null default 0,
        add column changed_rows integer not null default 0,
        add column skipped_rows integer not null default 0,
        add column summary jsonb not null default '{}',
        add column ground text check (ground in ('consent', 'published_for_purpose', 'existing_customer', 'journalist_request',
          'ongoing_correspondence', 'other')),
        add column ground_note text not null default '';

      create table import_parts (
        workspace_id uuid not null,
        import_id uuid not null,
        part_no integer not null,
        content bytea not null,
        primary key (workspace_id, import_id, part_no),
        foreign key (workspace_id, import_id) references imports (workspace_id, id)
      );

      alter table import_rows
        drop constraint import_rows_outcome_check,
        add constraint import_rows_outcome_check check (outcome in ('would_create', 'would_change', 'created', 'changed', 'skipped',
          'duplicate_in_file', 'duplicate', 'bad', 'undone', 'kept')),
        add column column_no integer,
        add column subject_kind text,
        add column subject_id uuid;

      create table import_changes (
        workspace_id uuid not null,
        import_id uuid not null,
        change_no bigint not null,
        row_no integer not null,
        table_name text not null,
        record_id uuid not null,
        before jsonb not null,
        after jsonb not null,
        primary key (workspace_id, import_id, change_no),
        foreign key (workspace_id, import_id) references imports (workspace_id, id)
      );

      create table import_mappings (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        header_hash bytea not null,
        content text not null,
        mapping jsonb not null,
        options jsonb not null default '{}',
        used_at timestamptz not null,
        primary key (workspace_id, id)
      );
      create unique index import_mappings_header on import_mappings (workspace_id, header_hash);

      ${['import_parts', 'import_changes', 'import_mappings'].map((table) => tenantTable(table)).join('\n')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table import_mappings, import_changes, import_parts;
      delete from import_rows where outcome in ('would_change', 'changed', 'skipped');
      alter table import_rows
        drop column subject_id, drop column subject_kind, drop column column_no,
        drop constraint import_rows_outcome_check,
        add constraint import_rows_outcome_check check (outcome in ('would_create', 'created', 'duplicate_in_file', 'duplicate', 'bad', 'undone', 'kept'));
      delete from import_rows where import_id in (select id from imports where file_sha256 is null);
      update placements set import_id = null where import_id in (select id from imports where file_sha256 is null);
      delete from imports where file_sha256 is null;
      alter table imports
        drop column ground_note, drop column ground, drop column summary, drop column skipped_rows, drop column changed_rows,
        drop column file_size, drop column dialect, drop column content, drop column format,
        alter column file_sha256 set not null;
    `);
  }
}
