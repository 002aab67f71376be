import type { MigrationInterface, QueryRunner } from 'typeorm';
import { definerFunction, tenantTable } from './sql/tenant.js';

/** Of report links: whom a token opens a report for. Found before the workspace is entered; another workspace gets nothing. */
const FIND_LINK = 'find_report_link(uuid, bytea, timestamptz)';

/**
 * What a client decides and reads: people of clients as members, approvals with their comments, monthly reports with links that can be
 * shared.
 */
export class ApprovalsAndReports1763600000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${roles(['owner', 'manager', 'member', 'viewer', 'client'])}
      alter table members add constraint members_client_limited check (role <> 'client' or limited_to_clients);
      alter table invitations add constraint invitations_client_limited check (role <> 'client' or limited_to_clients);
      alter table notifications drop constraint notifications_kind_check,
        add constraint notifications_kind_check check (kind ~ '^[a-z][a-z_]{0,39}$');

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
        note text not null default '' check (length(note) <= 2000),
        due_on date,
        asked_by_member_id uuid,
        asked_at timestamptz not null,
        decided_by_member_id uuid,
        decided_at timestamptz,
        reason text not null default '' check (length(reason) <= 5000),
        primary key (workspace_id, id),
        foreign key (workspace_id, client_id, brand_id) references brands (workspace_id, client_id, id),
        foreign key (workspace_id, client_id, campaign_id) references campaigns (workspace_id, client_id, id),
        foreign key (workspace_id, client_id, pitch_id) references pitches (workspace_id, client_id, id),
        foreign key (workspace_id, asked_by_member_id) references members (workspace_id, id),
        foreign key (workspace_id, decided_by_member_id) references members (workspace_id, id),
        check ((state = 'asked') = (decided_at is null))
      );
      create unique index approvals_of_client on approvals (workspace_id, client_id, id);
      create index approvals_newest on approvals (workspace_id, asked_at, id);
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
        foreign key (workspace_id, client_id, approval_id) references approvals (workspace_id, client_id, id),
        foreign key (workspace_id, author_member_id) references members (workspace_id, id)
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
        replaces_id uuid,
        checks_asked_at timestamptz,
        revision integer not null default 1,
        created_by uuid,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        sent_by uuid,
        sent_at timestamptz,
        archived_at timestamptz,
        primary key (workspace_id, id),
        foreign key (workspace_id, client_id) references clients (workspace_id, id),
        foreign key (workspace_id, replaces_id) references reports (workspace_id, id),
        check ((state = 'sent') = (content_sha256 is not null)),
        check ((content is null) = (content_sha256 is null)),
        check ((state = 'sent') = (sent_at is not null))
      );
      create unique index reports_draft on reports (workspace_id, client_id, month) where state = 'draft' and archived_at is null;
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

      -- What was sent stays as it is: the program itself can neither change nor delete it.
      create policy draft_only_changed on reports as restrictive for update to linkledger_app
        using (state = 'draft') with check (true);
      create policy draft_only_deleted on reports as restrictive for delete to linkledger_app using (state = 'draft');

      create function find_report_link(of_workspace uuid, of_token bytea, moment timestamptz)
        returns table (link_id uuid, report_id uuid, client_id uuid)
        language sql stable security definer set search_path = public, pg_temp as $$
        select l.id, l.report_id, l.client_id
        from report_links l
        join reports r on r.workspace_id = l.workspace_id and r.id = l.report_id and r.state = 'sent' and r.archived_at is null
        where l.workspace_id = of_workspace and l.token_sha256 = of_token and l.revoked_at is null and l.expires_at > moment
      $$;
      ${definerFunction(FIND_LINK)}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function ${FIND_LINK};
      drop table report_links, reports, approval_comments, approvals;
      alter table clients drop column locale, drop column logo_sha256, drop column logo_type;
      delete from notifications where kind not in (${BELL_KINDS});
      alter table notifications drop constraint notifications_kind_check,
        add constraint notifications_kind_check check (kind in (${BELL_KINDS}));
      update members set role = 'viewer' where role = 'client';
      update invitations set role = 'viewer' where role = 'client';
      alter table members drop constraint members_client_limited;
      alter table invitations drop constraint invitations_client_limited;
      ${roles(['owner', 'manager', 'member', 'viewer'])}
    `);
  }
}

/** What the bell told before; the words themselves stand in core/alerts/kinds. */
const BELL_KINDS = `'lost', 'changed', 'back', 'overdue', 'site_down', 'site_gone', 'check_by_hand', 'import_finished', 'handed_over', 'site_changed_character'`;

function roles(known: readonly string[]): string {
  const list = known.map((role) => `'${role}'`).join(', ');
  return ['members', 'invitations']
    .map(
      (table) =>
        `alter table ${table} drop constraint ${table}_role_check, add constraint ${table}_role_check check (role in (${list}));`,
    )
    .join('\n');
}
