import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './sql/tenant.js';

const TABLES = ['uploads', 'upload_parts', 'import_batches', 'import_changes', 'import_mappings'];

/** Imports of every kind: files of any size in parts, what became of their rows by batch, how it was before, mappings that are remembered. */
export class ImportStreams1763600000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table uploads (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        file_name text not null,
        size bigint not null default 0,
        sha256 bytea,
        created_by uuid,
        created_at timestamptz not null,
        received_at timestamptz,
        claimed_at timestamptz,
        primary key (workspace_id, id)
      );
      create index uploads_unclaimed on uploads (workspace_id, created_at) where claimed_at is null;

      create table upload_parts (
        workspace_id uuid not null,
        upload_id uuid not null,
        part_no integer not null,
        content bytea not null,
        primary key (workspace_id, upload_id, part_no),
        foreign key (workspace_id, upload_id) references uploads (workspace_id, id)
      );
      alter table upload_parts alter column content set storage external;

      alter table imports
        alter column file_sha256 drop not null,
        add column upload_id uuid,
        add column format text not null default 'placements',
        add column content text not null default 'placements',
        add column dialect jsonb not null default '{}',
        add column recognition jsonb not null default '{}',
        add column file_size bigint not null default 0,
        add column changed_rows integer not null default 0,
        add column skipped_rows integer not null default 0,
        add column last_batch_no integer not null default 0,
        add column summary jsonb not null default '{}',
        add column ground text check (ground in ('consent', 'published_for_purpose', 'existing_customer', 'journalist_request',
          'ongoing_correspondence', 'other', 'none_known')),
        add column ground_note text not null default '',
        add foreign key (workspace_id, upload_id) references uploads (workspace_id, id);
      update imports set options = jsonb_build_object('defaults', options, 'mode', 'fill', 'alsoProspects', false, 'tags', '[]'::jsonb,
        'status', null, 'isComplete', false, 'observedOn', null);

      create table import_batches (
        workspace_id uuid not null,
        import_id uuid not null,
        batch_no integer not null,
        first_row_no integer not null,
        last_row_no integer not null,
        counts jsonb not null,
        rows text not null,
        is_undone boolean not null default false,
        primary key (workspace_id, import_id, batch_no),
        foreign key (workspace_id, import_id) references imports (workspace_id, id)
      );

      create table import_changes (
        workspace_id uuid not null,
        import_id uuid not null,
        batch_no integer not null,
        change_no integer not null,
        row_no integer not null,
        table_name text not null,
        record_id uuid not null,
        before jsonb,
        after jsonb not null,
        primary key (workspace_id, import_id, batch_no, change_no),
        foreign key (workspace_id, import_id) references imports (workspace_id, id)
      );
      create index import_changes_record on import_changes (workspace_id, record_id);

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

      insert into import_batches (workspace_id, import_id, batch_no, first_row_no, last_row_no, counts, rows)
      select workspace_id, import_id, batch_no, min(first_row_no), max(last_row_no), jsonb_object_agg(outcome, n),
        '[' || string_agg(rows, ',' order by outcome) || ']'
      from (
        select workspace_id, import_id, (row_no - 1) / 5000 + 1 as batch_no, outcome, count(*) as n,
          min(row_no) as first_row_no, max(row_no) as last_row_no,
          string_agg(json_build_array(row_no, line_no, outcome, case when placement_id is null then null else 'placement' end,
            placement_id, null, field, null, error_code, params)::text, ',' order by row_no) as rows
        from import_rows group by workspace_id, import_id, (row_no - 1) / 5000 + 1, outcome
      ) by_outcome
      group by workspace_id, import_id, batch_no;
      drop table import_rows;

      ${TABLES.map((table) => tenantTable(table)).join('\n')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
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
      ${tenantTable('import_rows')}
      insert into import_rows (workspace_id, import_id, row_no, line_no, outcome, placement_id, field, error_code, params)
      select workspace_id, import_id, (r.cells->>0)::int, (r.cells->>1)::int, r.cells->>2,
        case when r.cells->>3 = 'placement' then (r.cells->>4)::uuid end, r.cells->>6, r.cells->>8,
        case when jsonb_typeof(r.cells->9) = 'object' then r.cells->9 else '{}' end
      from import_batches, jsonb_array_elements(rows::jsonb) r (cells)
      where r.cells->>2 in ('would_create', 'created', 'duplicate_in_file', 'duplicate', 'bad', 'undone', 'kept')
        and import_id in (select id from imports where file_sha256 is not null);

      drop table import_mappings, import_changes, import_batches;
      ${['placements', 'sites', 'publishers', 'prospects', 'contacts'].map((table) => `update ${table} set import_id = null where import_id in (select id from imports where file_sha256 is null);`).join('\n')}
      delete from imports where file_sha256 is null;
      update imports set options = options->'defaults';
      alter table imports
        drop column ground_note, drop column ground, drop column summary, drop column last_batch_no, drop column skipped_rows,
        drop column changed_rows, drop column file_size, drop column recognition, drop column dialect, drop column content,
        drop column format, drop column upload_id,
        alter column file_sha256 set not null;
      drop table upload_parts, uploads;
    `);
  }
}
