import type { MigrationInterface, QueryRunner } from 'typeorm';
import { definerFunction, tenantTable } from './sql/tenant.js';

/** Mailboxes with their caps and windows, what is known of their domains, and the folders that are read. */
export class Mailboxes1763600000022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table oauth_apps (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        provider text not null check (provider in ('google', 'microsoft', 'custom')),
        client_id text not null,
        sealed_secret bytea not null,
        tenant text not null default 'common',
        authorize_url text,
        token_url text,
        scope text not null default '',
        created_by uuid,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        primary key (workspace_id, id)
      );
      create unique index oauth_apps_provider on oauth_apps (workspace_id, provider);

      create table mailboxes (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        address text not null check (length(address) <= 320),
        address_key text not null,
        sender_name text not null default '' check (length(sender_name) <= 200),
        owner_member_id uuid,
        sign_in text not null check (sign_in in ('password', 'google', 'microsoft', 'custom', 'catcher')),
        smtp_host text not null default '',
        smtp_port integer not null default 465 check (smtp_port between 1 and 65535),
        smtp_security text not null default 'tls' check (smtp_security in ('tls', 'starttls', 'none')),
        imap_host text not null default '',
        imap_port integer not null default 993 check (imap_port between 1 and 65535),
        imap_security text not null default 'tls' check (imap_security in ('tls', 'starttls', 'none')),
        user_name text not null default '',
        sealed_secret bytea,
        token_expires_at timestamptz,
        token_lease uuid,
        token_lease_until timestamptz,
        signature text not null default '' check (length(signature) <= 5000),
        cap_per_day integer not null default 30 check (cap_per_day between 0 and 10000),
        gap_seconds integer not null default 90 check (gap_seconds between 0 and 86400),
        gap_jitter_seconds integer not null default 60 check (gap_jitter_seconds between 0 and 86400),
        window_from time not null default '09:00',
        window_until time not null default '17:00',
        work_days integer[] not null default '{1,2,3,4,5}',
        time_zone text not null default 'Europe/Amsterdam',
        ramp_from integer check (ramp_from between 1 and 10000),
        ramp_step integer not null default 2 check (ramp_step between 1 and 1000),
        ramp_started_on date,
        state text not null default 'active' check (state in ('active', 'paused')),
        pause_code text,
        pause_params jsonb not null default '{}',
        paused_at timestamptz,
        paused_by uuid,
        history_state text not null default 'not_asked' check (history_state in ('not_asked', 'refused', 'running', 'done', 'failed')),
        history_read integer not null default 0,
        history_found integer not null default 0,
        history_at timestamptz,
        sent_copy text not null default 'unknown' check (sent_copy in ('unknown', 'by_server', 'by_us')),
        sent_copy_seen integer not null default 0,
        dkim_selector text not null default '' check (length(dkim_selector) <= 100),
        domain_checks jsonb not null default '{}',
        domain_checked_at timestamptz,
        connected_at timestamptz,
        next_slot_at timestamptz,
        revision integer not null default 1,
        created_by uuid,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        archived_at timestamptz,
        primary key (workspace_id, id),
        foreign key (workspace_id, owner_member_id) references members (workspace_id, id)
      );
      create unique index mailboxes_address on mailboxes (workspace_id, address_key) where archived_at is null;

      create table mailbox_clients (
        workspace_id uuid not null,
        mailbox_id uuid not null,
        client_id uuid not null,
        primary key (workspace_id, mailbox_id, client_id),
        foreign key (workspace_id, mailbox_id) references mailboxes (workspace_id, id),
        foreign key (workspace_id, client_id) references clients (workspace_id, id)
      );

      create table mailbox_days (
        workspace_id uuid not null,
        mailbox_id uuid not null,
        day date not null,
        mails integer not null default 0,
        first_mails integer not null default 0,
        primary key (workspace_id, mailbox_id, day),
        foreign key (workspace_id, mailbox_id) references mailboxes (workspace_id, id)
      );

      create table mailbox_folders (
        workspace_id uuid not null,
        mailbox_id uuid not null,
        path text not null,
        special_use text not null default 'other' check (special_use in ('inbox', 'sent', 'junk', 'all', 'archive', 'other')),
        uid_validity numeric(20) not null default 0,
        last_uid bigint not null default 0,
        generation integer not null default 1,
        resets timestamptz[] not null default '{}',
        polled_from timestamptz,
        polled_until timestamptz,
        error_code text,
        primary key (workspace_id, mailbox_id, path),
        foreign key (workspace_id, mailbox_id) references mailboxes (workspace_id, id)
      );

      create table mailbox_leases (
        workspace_id uuid not null,
        mailbox_id uuid not null,
        purpose text not null check (purpose in ('reading')),
        owner text not null,
        leased_until timestamptz not null,
        primary key (workspace_id, mailbox_id, purpose)
      );

      create table oauth_states (
        workspace_id uuid not null references workspaces (id),
        state_hash bytea not null,
        user_id uuid not null,
        provider text not null,
        sealed_verifier bytea not null,
        facts jsonb not null default '{}',
        created_at timestamptz not null,
        expires_at timestamptz not null,
        primary key (workspace_id, state_hash)
      );

      create function sealing_key_ids() returns setof text
      language sql stable security definer set search_path = pg_catalog, public as $$
        select distinct encode(substring(sealed from 2 for 4), 'hex') from (
          select sealed_key as sealed from service_keys
          union all select sealed_secret from mailboxes
          union all select sealed_secret from oauth_apps
        ) kept where sealed is not null
      $$;
      ${definerFunction('sealing_key_ids()')}

      ${['oauth_apps', 'mailboxes', 'mailbox_clients', 'mailbox_days', 'mailbox_folders', 'mailbox_leases', 'oauth_states'].map((table) => tenantTable(table)).join('\n')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function sealing_key_ids()');
    await runner.query(
      'drop table oauth_states, mailbox_leases, mailbox_folders, mailbox_days, mailbox_clients, mailboxes, oauth_apps',
    );
  }
}
