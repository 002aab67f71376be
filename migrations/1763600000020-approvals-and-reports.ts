import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './sql/tenant.js';

/** What a client decides and reads: approvals with their comments, monthly reports with links that can be shared. */
export class ApprovalsAndReports1763600000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table clients
        add column locale text not null default 'en' check (locale in ('en', 'nl')),
        add column logo_sha256 bytea,
        add column logo_type text;

      create table approvals (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        client_id uuid not null,
        brand_id uuid not null,
        campaign_id uuid,
        pitch_id uuid,
        subject text not null check (subject in ('site', 'topic', 'draft')),
        content jsonb not null default '{}',
        state text not null default 'asked' check (state in ('asked', 'accepted', 'refused', 'withdrawn')),
        due_on date,
        asked_by uuid,
        asked_at timestamptz not null,
        decided_by uuid,
        decided_at timestamptz,
        reason text not null default '',
        primary key (workspace_id, id),
        foreign key (workspace_id, client_id, brand_id) references brands (workspace_id, client_id, id),
        foreign key (workspace_id, client_id, campaign_id) references campaigns (workspace_id, client_id, id),
        foreign key (workspace_id, client_id, pitch_id) references pitches (workspace_id, client_id, id)
      );
      create index approvals_state on approvals (workspace_id, client_id, state, asked_at, id);
      create index approvals_pitch on approvals (workspace_id, pitch_id) where pitch_id is not null;
      create unique index approvals_asked on approvals (workspace_id, pitch_id, subject) where state = 'asked' and pitch_id is not null;

      create table approval_comments (
        workspace_id uuid not null,
        id uuid not null,
        client_id uuid not null,
        approval_id uuid not null,
        author_member_id uuid,
        by_client boolean not null,
        body text not null check (length(body) between 1 and 5000),
        written_at timestamptz not null,
        primary key (workspace_id, id),
        foreign key (workspace_id, approval_id) references approvals (workspace_id, id)
      );
      create index approval_comments_approval on approval_comments (workspace_id, approval_id, written_at);

      create table reports (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        client_id uuid not null,
        month date not null check (extract(day from month) = 1),
        locale text not null check (locale in ('en', 'nl')),
        state text not null default 'draft' check (state in ('draft', 'sent')),
        comment text not null default '',
        content jsonb,
        content_sha256 bytea,
        revision integer not null default 1,
        created_by uuid,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        sent_by uuid,
        sent_at timestamptz,
        archived_at timestamptz,
        primary key (workspace_id, id),
        foreign key (workspace_id, client_id) references clients (workspace_id, id),
        check ((state = 'sent') = (content_sha256 is not null))
      );
      create unique index reports_of_client on reports (workspace_id, client_id, id);
      create index reports_newest on reports (workspace_id, client_id, month, created_at);

      create table report_links (
        workspace_id uuid not null,
        id uuid not null,
        client_id uuid not null,
        report_id uuid not null,
        token_sha256 bytea not null,
        expires_at timestamptz not null,
        revoked_at timestamptz,
        last_opened_at timestamptz,
        opened_count integer not null default 0,
        created_by uuid,
        created_at timestamptz not null,
        primary key (workspace_id, id),
        foreign key (workspace_id, client_id, report_id) references reports (workspace_id, client_id, id)
      );
      create unique index report_links_token on report_links (workspace_id, token_sha256);
      create index report_links_report on report_links (workspace_id, report_id);

      ${['approvals', 'approval_comments', 'reports', 'report_links'].map((table) => tenantTable(table, { clientColumn: 'client_id' })).join('\n')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table report_links, reports, approval_comments, approvals;
      alter table clients drop column locale, drop column logo_sha256, drop column logo_type;
    `);
  }
}
