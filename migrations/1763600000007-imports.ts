import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './sql/tenant.js';

/** Imports of placements: the file, how its columns were read, and what became of every row. */
export class Imports1763600000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table imports (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        client_id uuid,
        brand_id uuid,
        file_name text not null,
        file_sha256 bytea not null references blobs (sha256),
        columns jsonb not null default '[]',
        mapping jsonb not null default '{}',
        options jsonb not null default '{}',
        state text not null default 'uploaded' check (state in ('uploaded', 'trying', 'tried', 'running', 'done', 'undoing', 'undone', 'failed')),
        job_id uuid,
        total_rows integer not null default 0,
        created_rows integer not null default 0,
        duplicate_rows integer not null default 0,
        bad_rows integer not null default 0,
        last_row_no integer not null default 0,
        error_code text,
        limited_to uuid[],
        created_by uuid,
        created_at timestamptz not null,
        finished_at timestamptz,
        undone_at timestamptz,
        primary key (workspace_id, id),
        foreign key (workspace_id, client_id) references clients (workspace_id, id)
      );
      create index imports_newest on imports (workspace_id, created_at desc);

      create table import_rows (
        workspace_id uuid not null,
        import_id uuid not null,
        row_no integer not null,
        line_no integer not null,
        outcome text not null check (outcome in ('would_create', 'created', 'duplicate_in_file', 'duplicate', 'bad', 'undone', 'kept')),
        placement_id uuid,
        field text,
        error_code text,
        params jsonb not null default '{}',
        primary key (workspace_id, import_id, row_no),
        foreign key (workspace_id, import_id) references imports (workspace_id, id)
      );
      create index import_rows_outcome on import_rows (workspace_id, import_id, outcome, row_no);

      ${tenantTable('imports', { clientColumn: 'client_id' })}
      ${tenantTable('import_rows')}
      alter table placements add foreign key (workspace_id, import_id) references imports (workspace_id, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table placements drop constraint placements_workspace_id_import_id_fkey;
      drop table import_rows, imports;
    `);
  }
}
