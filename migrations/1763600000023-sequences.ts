import type { MigrationInterface, QueryRunner } from 'typeorm';
import { clientOrNobody, tenantTable } from './sql/tenant.js';

/** Sequences, their steps in versions, and the enrolments of pitches with what is due when. */
export class Sequences1763600000023 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table sequences (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        client_id uuid,
        name text not null check (length(name) between 1 and 200),
        kind text,
        locale text not null default 'en' check (locale in ('en', 'nl')),
        version_id uuid,
        version_no integer not null default 0,
        revision integer not null default 1,
        created_by uuid,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        archived_at timestamptz,
        primary key (workspace_id, id),
        foreign key (workspace_id, client_id) references clients (workspace_id, id)
      );
      create unique index sequences_name on sequences (workspace_id, lower(name)) where archived_at is null;

      create table sequence_versions (
        workspace_id uuid not null,
        id uuid not null,
        client_id uuid,
        sequence_id uuid not null,
        no integer not null,
        window_from time not null default '09:00',
        window_until time not null default '17:00',
        work_days integer[] not null default '{1,2,3,4,5}',
        in_recipient_zone boolean not null default true,
        needs_approval boolean not null default false,
        ends_on_date_field text,
        created_by uuid,
        created_at timestamptz not null,
        primary key (workspace_id, id),
        foreign key (workspace_id, sequence_id) references sequences (workspace_id, id)
      );
      create unique index sequence_versions_no on sequence_versions (workspace_id, sequence_id, no);

      create table sequence_steps (
        workspace_id uuid not null,
        client_id uuid,
        version_id uuid not null,
        step_no integer not null check (step_no between 1 and 20),
        kind text not null check (kind in ('mail', 'task')),
        wait_working_days integer not null default 0 check (wait_working_days between 0 and 365),
        condition text not null default 'always' check (condition in ('always', 'has_address', 'no_address')),
        template_id uuid,
        in_thread boolean not null default true,
        task_kind text,
        task_title text not null default '' check (length(task_title) <= 300),
        task_holds boolean not null default false,
        primary key (workspace_id, version_id, step_no),
        foreign key (workspace_id, version_id) references sequence_versions (workspace_id, id),
        foreign key (workspace_id, template_id) references templates (workspace_id, id),
        check ((kind = 'mail') = (template_id is not null)),
        check ((kind = 'task') = (task_kind is not null))
      );

      create table enrollments (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        client_id uuid not null,
        campaign_id uuid not null,
        pitch_id uuid not null,
        site_id uuid,
        contact_id uuid not null,
        sequence_id uuid not null,
        version_id uuid not null,
        mailbox_id uuid not null,
        member_id uuid,
        to_address text not null,
        to_address_key text not null,
        recipient_zone text,
        is_cold boolean not null default true,
        generation integer not null default 1,
        state text not null default 'running'
          check (state in ('awaiting_approval', 'running', 'paused', 'finished', 'stopped')),
        state_code text,
        state_params jsonb not null default '{}',
        state_since timestamptz not null,
        paused_until date,
        next_due_at timestamptz,
        next_step_no integer,
        approved_by uuid,
        approved_at timestamptz,
        revision integer not null default 1,
        created_by uuid,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        primary key (workspace_id, id),
        foreign key (workspace_id, client_id, pitch_id) references pitches (workspace_id, client_id, id),
        foreign key (workspace_id, contact_id) references contacts (workspace_id, id),
        foreign key (workspace_id, site_id) references sites (workspace_id, id),
        foreign key (workspace_id, sequence_id) references sequences (workspace_id, id),
        foreign key (workspace_id, version_id) references sequence_versions (workspace_id, id),
        foreign key (workspace_id, mailbox_id) references mailboxes (workspace_id, id),
        foreign key (workspace_id, member_id) references members (workspace_id, id)
      );
      create unique index enrollments_of_client on enrollments (workspace_id, client_id, id);
      create unique index enrollments_open on enrollments (workspace_id, pitch_id, contact_id)
        where state in ('awaiting_approval', 'running', 'paused');
      create index enrollments_due on enrollments (next_due_at) where state = 'running' and next_due_at is not null;
      create index enrollments_pitch on enrollments (workspace_id, pitch_id);
      create index enrollments_contact on enrollments (workspace_id, contact_id);
      create index enrollments_site on enrollments (workspace_id, site_id) where site_id is not null;
      create index enrollments_address on enrollments (workspace_id, to_address_key);
      create index enrollments_sequence on enrollments (workspace_id, sequence_id, state, id);
      create index enrollments_mailbox on enrollments (workspace_id, mailbox_id, state);
      create index enrollments_newest on enrollments (workspace_id, created_at, id);

      create table enrollment_steps (
        workspace_id uuid not null,
        client_id uuid not null,
        enrollment_id uuid not null,
        step_no integer not null,
        kind text not null check (kind in ('mail', 'task')),
        state text not null default 'waiting' check (state in ('waiting', 'done', 'skipped', 'cancelled')),
        condition text not null default 'always' check (condition in ('always', 'has_address', 'no_address')),
        purpose text,
        template_id uuid,
        locale text not null default 'en',
        wait_working_days integer not null,
        due_at timestamptz,
        subject text,
        text text,
        html text,
        template_version_id uuid,
        is_edited boolean not null default false,
        in_thread boolean not null default true,
        task_kind text,
        task_title text,
        task_holds boolean not null default false,
        task_id uuid,
        outbound_id uuid,
        done_at timestamptz,
        code text,
        primary key (workspace_id, enrollment_id, step_no),
        foreign key (workspace_id, client_id, enrollment_id) references enrollments (workspace_id, client_id, id)
      );
      create index enrollment_steps_task on enrollment_steps (workspace_id, task_id) where task_id is not null;
      create index enrollments_paused on enrollments (workspace_id, paused_until) where state = 'paused' and paused_until is not null;
      create index enrollments_campaign on enrollments (workspace_id, campaign_id, state);

      ${['sequences', 'sequence_versions', 'sequence_steps'].map((table) => `${tenantTable(table)}\n${clientOrNobody(table)}`).join('\n')}
      ${['enrollments', 'enrollment_steps'].map((table) => tenantTable(table, { clientColumn: 'client_id' })).join('\n')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table enrollment_steps, enrollments, sequence_steps, sequence_versions, sequences',
    );
  }
}
