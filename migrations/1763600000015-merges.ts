import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './sql/tenant.js';

/** Merges of doubles and splits of sites, with every row they moved, so that each can be undone. */
export class Merges1763600000015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${['contacts', 'publishers', 'sites'].map(mergedInto).join('\n')}

      create table merges (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        act text not null check (act in ('merge', 'split', 'rejoin')),
        kind text not null check (kind in ('contact', 'publisher', 'site')),
        kept_id uuid not null,
        other_id uuid not null,
        choices jsonb not null default '{}',
        moved_rows integer not null default 0,
        done_by uuid,
        done_at timestamptz not null,
        undo_until timestamptz not null,
        undone_by uuid,
        undone_at timestamptz,
        primary key (workspace_id, id)
      );
      create index merges_newest on merges (workspace_id, done_at, id);
      create index merges_subject on merges (workspace_id, kept_id, other_id);

      create table merged_rows (
        workspace_id uuid not null,
        merge_id uuid not null,
        step_no integer not null,
        table_name text not null,
        row_key jsonb not null,
        before jsonb,
        after jsonb,
        primary key (workspace_id, merge_id, step_no),
        foreign key (workspace_id, merge_id) references merges (workspace_id, id)
      );

      create table not_doubles (
        workspace_id uuid not null references workspaces (id),
        kind text not null check (kind in ('contact', 'publisher', 'site')),
        first_id uuid not null,
        second_id uuid not null,
        decided_by uuid,
        decided_at timestamptz not null,
        primary key (workspace_id, kind, first_id, second_id),
        check (first_id < second_id)
      );

      ${['merges', 'merged_rows', 'not_doubles'].map((table) => tenantTable(table)).join('\n')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table not_doubles, merged_rows, merges');
    for (const table of ['contacts', 'publishers', 'sites']) {
      await runner.query(`alter table ${table} drop column merged_into_id`);
    }
  }
}

/** A record that was merged stays, archived, and says into which: its address and its history lead to the other. */
function mergedInto(table: string): string {
  return `alter table ${table} add column merged_into_id uuid,
      add foreign key (workspace_id, merged_into_id) references ${table} (workspace_id, id);
      create index ${table}_merged on ${table} (workspace_id, merged_into_id) where merged_into_id is not null;`;
}
