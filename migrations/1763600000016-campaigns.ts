import type { MigrationInterface, QueryRunner } from 'typeorm';
import { definerFunction, tenantTable } from './sql/tenant.js';

/**
 * Campaigns with their members and target pages; pitches with their contacts; which campaign and pitch a placement came from, and when an
 * awaited one was first seen.
 */
export class Campaigns1763600000016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table campaigns (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        client_id uuid not null,
        brand_id uuid not null,
        kind text not null check (kind ~ '^[a-z][a-z_]{0,39}$'),
        name text not null check (length(name) between 1 and 200),
        status text not null default 'planning' check (status in ('planning', 'running', 'paused', 'finished')),
        owner_member_id uuid,
        agreed_per_month integer check (agreed_per_month between 0 and 10000),
        budget_minor bigint check (budget_minor >= 0),
        currency text check (currency ~ '^[A-Z]{3}$'),
        starts_on date,
        ends_on date,
        first_mails_per_week integer check (first_mails_per_week between 0 and 100000),
        on_conflict text not null default 'warn' check (on_conflict in ('warn', 'block')),
        on_exclusion text not null default 'block' check (on_exclusion in ('warn', 'block')),
        approvals text[] not null default '{}',
        notes text not null default '',
        revision integer not null default 1,
        created_by uuid,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        archived_at timestamptz,
        primary key (workspace_id, id),
        foreign key (workspace_id, client_id, brand_id) references brands (workspace_id, client_id, id),
        foreign key (workspace_id, owner_member_id) references members (workspace_id, id),
        check ((budget_minor is null) or (currency is not null)),
        check (ends_on is null or starts_on is null or ends_on >= starts_on)
      );
      create unique index campaigns_of_client on campaigns (workspace_id, client_id, id);
      create index campaigns_newest on campaigns (workspace_id, created_at, id);
      create index campaigns_brand on campaigns (workspace_id, brand_id);
      create index campaigns_owner on campaigns (workspace_id, owner_member_id) where owner_member_id is not null;

      create table campaign_members (
        workspace_id uuid not null,
        client_id uuid not null,
        campaign_id uuid not null,
        member_id uuid not null,
        primary key (workspace_id, campaign_id, member_id),
        foreign key (workspace_id, client_id, campaign_id) references campaigns (workspace_id, client_id, id),
        foreign key (workspace_id, member_id) references members (workspace_id, id)
      );
      create index campaign_members_member on campaign_members (workspace_id, member_id);

      create table campaign_target_pages (
        workspace_id uuid not null,
        client_id uuid not null,
        campaign_id uuid not null,
        target_page_id uuid not null,
        owner_member_id uuid,
        goal text not null default '',
        next_action text not null default '',
        next_action_on date,
        position integer not null default 0,
        primary key (workspace_id, campaign_id, target_page_id),
        foreign key (workspace_id, client_id, campaign_id) references campaigns (workspace_id, client_id, id),
        foreign key (workspace_id, target_page_id) references target_pages (workspace_id, id),
        foreign key (workspace_id, owner_member_id) references members (workspace_id, id)
      );
      create index campaign_target_pages_page on campaign_target_pages (workspace_id, target_page_id);

      create table pitches (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        client_id uuid not null,
        brand_id uuid not null,
        campaign_id uuid not null,
        kind text not null,
        site_id uuid,
        label text not null default '' check (length(label) <= 200),
        stage text not null,
        stage_position integer not null default 0,
        stage_since timestamptz not null,
        status text not null default 'waiting_us' check (status in ('waiting_us', 'waiting_them', 'paused', 'closed')),
        outcome text check (outcome in ('won', 'lost')),
        loss_reason text,
        loss_note text not null default '',
        assignee_member_id uuid,
        target_page_id uuid,
        fields jsonb not null default '{}',
        next_step text not null default '' check (length(next_step) <= 300),
        next_step_on date,
        paused_until date,
        approval_states jsonb not null default '{}',
        first_contacted_at timestamptz,
        closed_at timestamptz,
        search_text text not null default '',
        revision integer not null default 1,
        created_by uuid,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        archived_at timestamptz,
        primary key (workspace_id, id),
        foreign key (workspace_id, client_id, campaign_id) references campaigns (workspace_id, client_id, id),
        foreign key (workspace_id, client_id, brand_id) references brands (workspace_id, client_id, id),
        foreign key (workspace_id, site_id) references sites (workspace_id, id),
        foreign key (workspace_id, target_page_id) references target_pages (workspace_id, id),
        foreign key (workspace_id, assignee_member_id) references members (workspace_id, id),
        check ((status = 'closed') = (outcome is not null)),
        check ((outcome = 'lost') = (loss_reason is not null))
      );
      create unique index pitches_of_client on pitches (workspace_id, client_id, id);
      create index pitches_board on pitches (workspace_id, campaign_id, stage_position, stage_since, id) where archived_at is null;
      create index pitches_newest on pitches (workspace_id, created_at, id) where archived_at is null;
      create index pitches_site on pitches (workspace_id, site_id) where site_id is not null;
      create index pitches_assignee on pitches (workspace_id, assignee_member_id, status) where archived_at is null;
      create index pitches_next on pitches (workspace_id, next_step_on, id) where archived_at is null and next_step_on is not null and status <> 'closed';
      create index pitches_paused on pitches (workspace_id, paused_until) where status = 'paused' and paused_until is not null;
      create index pitches_closed on pitches (workspace_id, closed_at, id) where closed_at is not null;
      create index pitches_search on pitches using gin (search_text gin_trgm_ops);

      create table pitch_contacts (
        workspace_id uuid not null,
        client_id uuid not null,
        pitch_id uuid not null,
        contact_id uuid not null,
        position integer not null default 0,
        primary key (workspace_id, pitch_id, contact_id),
        foreign key (workspace_id, client_id, pitch_id) references pitches (workspace_id, client_id, id),
        foreign key (workspace_id, contact_id) references contacts (workspace_id, id)
      );
      create index pitch_contacts_contact on pitch_contacts (workspace_id, contact_id);

      create table pitch_files (
        workspace_id uuid not null,
        id uuid not null,
        client_id uuid not null,
        pitch_id uuid not null,
        field_key text not null,
        name text not null check (length(name) between 1 and 255),
        type text not null,
        size integer not null,
        sha256 bytea not null,
        added_by uuid,
        added_at timestamptz not null,
        archived_at timestamptz,
        primary key (workspace_id, id),
        foreign key (workspace_id, client_id, pitch_id) references pitches (workspace_id, client_id, id)
      );
      create index pitch_files_pitch on pitch_files (workspace_id, pitch_id, added_at);

      alter table placements
        add column campaign_id uuid,
        add column pitch_id uuid,
        add column first_live_at timestamptz,
        add foreign key (workspace_id, client_id, campaign_id) references campaigns (workspace_id, client_id, id),
        add foreign key (workspace_id, client_id, pitch_id) references pitches (workspace_id, client_id, id);
      create index placements_campaign on placements (workspace_id, campaign_id) where campaign_id is not null;
      create index placements_first_live on placements (workspace_id, client_id, first_live_at) where first_live_at is not null;
      create index placements_pitch on placements (workspace_id, pitch_id) where pitch_id is not null;

      alter table notes drop constraint notes_subject_kind_check,
        add constraint notes_subject_kind_check
          check (subject_kind in ('site', 'publisher', 'contact', 'relationship', 'campaign', 'pitch', 'order'));
      alter table saved_views drop constraint saved_views_list_check,
        add constraint saved_views_list_check
          check (list in ('prospects', 'publishers', 'contacts', 'relationships', 'placements', 'campaigns', 'pitches', 'orders'));

      ${['campaigns', 'campaign_members', 'campaign_target_pages', 'pitches', 'pitch_contacts', 'pitch_files'].map((table) => tenantTable(table, { clientColumn: 'client_id' })).join('\n')}

      create function search_pitches(words text, at_most integer) returns setof uuid
        language sql stable security definer set search_path = public, pg_temp as $$
        select id from pitches
        where workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid
          and archived_at is null
          and search_text like '%' || replace(replace(replace(words, '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'
          and ((select app_sees_all_clients()) or client_id = any ((select app_client_ids())::uuid[]))
        limit at_most
      $$;
      ${definerFunction('search_pitches(text, integer)')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function search_pitches(text, integer);
      alter table saved_views drop constraint saved_views_list_check,
        add constraint saved_views_list_check check (list in ('prospects', 'publishers', 'contacts', 'relationships', 'placements'));
      alter table notes drop constraint notes_subject_kind_check,
        add constraint notes_subject_kind_check check (subject_kind in ('site', 'publisher', 'contact', 'relationship'));
      alter table placements drop column campaign_id, drop column pitch_id, drop column first_live_at;
      drop table pitch_files, pitch_contacts, pitches, campaign_target_pages, campaign_members, campaigns;
    `);
  }
}
