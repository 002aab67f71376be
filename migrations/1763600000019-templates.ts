import type { MigrationInterface, QueryRunner } from 'typeorm';
import { clientOrNobody, tenantTable } from './sql/tenant.js';

/** Mail templates with every version of them, and snippets that templates and mails may use. */
export class Templates1763600000019 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table templates (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        client_id uuid,
        kind text check (kind ~ '^[a-z][a-z_]{0,39}$'),
        purpose text not null check (purpose in ('first', 'follow_up_1', 'follow_up_2', 'thank_you', 'answer', 'reclaim', 'order', 'other')),
        locale text not null check (locale in ('en', 'nl')),
        form_of_address text not null default 'none' check (form_of_address in ('none', 'informal', 'formal')),
        name text not null check (length(name) between 1 and 120),
        starter text,
        version_no integer not null default 0,
        revision integer not null default 1,
        created_by uuid,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        archived_at timestamptz,
        primary key (workspace_id, id),
        foreign key (workspace_id, client_id) references clients (workspace_id, id)
      );
      create unique index templates_name on templates (workspace_id, coalesce(client_id, '00000000-0000-0000-0000-000000000000'), locale, form_of_address, lower(name)) where archived_at is null;
      create index templates_kind on templates (workspace_id, kind, purpose, locale) where archived_at is null;

      create table template_versions (
        workspace_id uuid not null,
        id uuid not null,
        client_id uuid,
        template_id uuid not null,
        no integer not null,
        subjects text[] not null check (cardinality(subjects) between 1 and 5),
        body text not null check (length(body) <= 50000),
        html text check (length(html) <= 200000),
        variables text[] not null default '{}',
        note text not null default '',
        created_by uuid,
        created_at timestamptz not null,
        primary key (workspace_id, id),
        foreign key (workspace_id, template_id) references templates (workspace_id, id)
      );
      create unique index template_versions_no on template_versions (workspace_id, template_id, no);

      create table snippets (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        key text not null check (key ~ '^[a-z][a-z0-9_]{0,39}$'),
        locale text not null check (locale in ('en', 'nl')),
        body text not null check (length(body) between 1 and 10000),
        revision integer not null default 1,
        created_by uuid,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        archived_at timestamptz,
        primary key (workspace_id, id)
      );
      create unique index snippets_key on snippets (workspace_id, key, locale) where archived_at is null;

      ${['templates', 'template_versions', 'snippets'].map((table) => tenantTable(table)).join('\n')}
      ${['templates', 'template_versions'].map(clientOrNobody).join('\n')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table snippets, template_versions, templates');
  }
}
