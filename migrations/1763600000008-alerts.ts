import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './sql/tenant.js';

/** The bell, the daily digest, the small queue of system mail, and the catcher that keeps mail when no server is set. */
export class Alerts1763600000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table notifications (
        workspace_id uuid not null,
        id uuid not null,
        member_id uuid not null,
        kind text not null check (kind in ('lost', 'changed', 'back', 'overdue', 'site_down', 'site_gone', 'check_by_hand',
          'import_finished', 'handed_over', 'site_changed_character')),
        subject_kind text not null,
        subject_id uuid,
        params jsonb not null default '{}',
        dedupe_key text not null,
        created_at timestamptz not null,
        read_at timestamptz,
        digest_day date,
        primary key (workspace_id, id),
        foreign key (workspace_id, member_id) references members (workspace_id, id)
      );
      create unique index notifications_once on notifications (workspace_id, member_id, dedupe_key);
      create index notifications_newest on notifications (workspace_id, member_id, id desc);
      create index notifications_undigested on notifications (workspace_id, member_id, created_at) where digest_day is null;
      create index notifications_unread on notifications (workspace_id, member_id) where read_at is null;

      create table system_mails (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        mail_key text not null,
        kind text not null check (kind in ('digest', 'invitation', 'password_reset', 'test')),
        to_address text not null,
        to_name text not null default '',
        subject text not null,
        body_text text not null,
        body_html text not null,
        state text not null default 'ready' check (state in ('ready', 'sent', 'caught', 'failed')),
        attempts integer not null default 0,
        not_before timestamptz not null,
        last_error text,
        created_at timestamptz not null,
        sent_at timestamptz,
        primary key (workspace_id, id)
      );
      create unique index system_mails_key on system_mails (workspace_id, mail_key);
      create index system_mails_newest on system_mails (workspace_id, created_at desc);

      ${['notifications', 'system_mails'].map((table) => tenantTable(table)).join('\n')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table system_mails, notifications');
  }
}
