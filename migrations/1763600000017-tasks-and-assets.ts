import type { MigrationInterface, QueryRunner } from 'typeorm';
import { clientOrNobody, tenantTable } from './sql/tenant.js';

/** Tasks of people, and the register of what a brand has that is worth linking to. */
export class TasksAndAssets1763600000017 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table assets (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        client_id uuid not null,
        brand_id uuid not null,
        type text not null check (type in ('research', 'visual', 'tool', 'case_study', 'guide', 'interview', 'article', 'other')),
        title text not null check (length(title) between 1 and 300),
        url text check (length(url) <= 4000),
        target_page_id uuid,
        status text not null default 'planned' check (status in ('planned', 'in_progress', 'ready', 'retired')),
        topics text[] not null default '{}',
        description text not null default '',
        owner_member_id uuid,
        ready_on date,
        revision integer not null default 1,
        created_by uuid,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        archived_at timestamptz,
        primary key (workspace_id, id),
        foreign key (workspace_id, client_id, brand_id) references brands (workspace_id, client_id, id),
        foreign key (workspace_id, target_page_id) references target_pages (workspace_id, id),
        foreign key (workspace_id, owner_member_id) references members (workspace_id, id)
      );
      create index assets_brand on assets (workspace_id, brand_id, created_at, id);
      create index assets_newest on assets (workspace_id, created_at, id);
      alter table pitches add column asset_id uuid,
        add foreign key (workspace_id, asset_id) references assets (workspace_id, id);
      create index pitches_asset on pitches (workspace_id, asset_id) where asset_id is not null;

      create table tasks (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        client_id uuid,
        campaign_id uuid,
        pitch_id uuid,
        placement_id uuid,
        site_id uuid,
        kind text not null default 'other' check (kind in ('mail', 'call', 'form', 'social', 'write', 'draft', 'review', 'prove', 'remove_link', 'renew', 'pay', 'other')),
        title text not null check (length(title) between 1 and 300),
        note text not null default '',
        facts jsonb not null default '{}',
        due_on date,
        assignee_member_id uuid,
        done_at timestamptz,
        done_by uuid,
        result text not null default '',
        revision integer not null default 1,
        created_by uuid,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        archived_at timestamptz,
        primary key (workspace_id, id),
        foreign key (workspace_id, client_id) references clients (workspace_id, id),
        foreign key (workspace_id, campaign_id) references campaigns (workspace_id, id),
        foreign key (workspace_id, pitch_id) references pitches (workspace_id, id),
        foreign key (workspace_id, placement_id) references placements (workspace_id, id),
        foreign key (workspace_id, site_id) references sites (workspace_id, id),
        foreign key (workspace_id, assignee_member_id) references members (workspace_id, id)
      );
      create index tasks_open on tasks (workspace_id, (coalesce(due_on, 'infinity')), id) where done_at is null and archived_at is null;
      create index tasks_assignee on tasks (workspace_id, assignee_member_id, (coalesce(due_on, 'infinity')), id)
        where done_at is null and archived_at is null;
      create index tasks_done on tasks (workspace_id, done_at, id) where done_at is not null and archived_at is null;
      create index tasks_client on tasks (workspace_id, client_id) where client_id is not null;
      create index tasks_campaign on tasks (workspace_id, campaign_id) where campaign_id is not null;
      create index tasks_placement on tasks (workspace_id, placement_id) where placement_id is not null;
      create index tasks_pitch on tasks (workspace_id, pitch_id) where pitch_id is not null;
      create index tasks_site on tasks (workspace_id, site_id) where site_id is not null;
      create index tasks_newest on tasks (workspace_id, created_at, id);

      ${tenantTable('assets', { clientColumn: 'client_id' })}
      ${tenantTable('tasks')}
      ${clientOrNobody('tasks')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table tasks;
      alter table pitches drop column asset_id;
      drop table assets;
    `);
  }
}
