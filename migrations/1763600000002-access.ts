import type { MigrationInterface, QueryRunner } from 'typeorm';
import { installationTable, tenantTable } from './sql/tenant.js';

/** Users with their sessions (of the installation); workspaces, members, invitations, tokens and audit events. */
export class Access1763600000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table users (
        id uuid primary key,
        email text not null check (email = lower(email) and length(email) <= 254),
        name text not null check (length(name) between 1 and 200),
        locale text not null default 'en' check (locale in ('en', 'nl')),
        created_at timestamptz not null,
        disabled_at timestamptz
      );
      create unique index users_email on users (email);

      create table credentials (
        user_id uuid primary key references users (id) on delete cascade,
        password_hash text not null,
        changed_at timestamptz not null
      );

      create table sessions (
        id uuid primary key,
        token_hash bytea not null unique,
        user_id uuid not null references users (id) on delete cascade,
        workspace_id uuid,
        created_at timestamptz not null,
        last_seen_at timestamptz not null,
        expires_at timestamptz not null,
        user_agent text not null default ''
      );
      create index sessions_user on sessions (user_id);

      create table limits (
        key text primary key,
        window_started_at timestamptz not null,
        hits integer not null,
        blocked_until timestamptz
      );

      create table workspaces (
        id uuid primary key,
        name text not null check (length(name) between 1 and 200),
        time_zone text not null default 'Europe/Amsterdam',
        locale text not null default 'en' check (locale in ('en', 'nl')),
        is_demo boolean not null default false,
        settings jsonb not null default '{}',
        created_at timestamptz not null
      );

      create table members (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        user_id uuid not null references users (id),
        name text not null,
        email text not null,
        role text not null check (role in ('owner', 'manager', 'member', 'viewer')),
        limited_to_clients boolean not null default false,
        digest boolean not null default true,
        created_at timestamptz not null,
        left_at timestamptz,
        primary key (workspace_id, id)
      );
      create unique index members_user on members (workspace_id, user_id) where left_at is null;

      create table invitations (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        email text not null,
        role text not null check (role in ('owner', 'manager', 'member', 'viewer')),
        client_ids uuid[] not null default '{}',
        limited_to_clients boolean not null default false,
        token_hash bytea not null,
        invited_by uuid not null,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        accepted_at timestamptz,
        revoked_at timestamptz,
        primary key (workspace_id, id),
        foreign key (workspace_id, invited_by) references members (workspace_id, id)
      );
      create unique index invitations_token on invitations (workspace_id, token_hash);

      create table api_tokens (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        member_id uuid not null,
        name text not null check (length(name) between 1 and 100),
        prefix text not null,
        token_hash bytea not null,
        scope text not null check (scope in ('read', 'write')),
        created_at timestamptz not null,
        expires_at timestamptz,
        last_used_at timestamptz,
        revoked_at timestamptz,
        primary key (workspace_id, id),
        foreign key (workspace_id, member_id) references members (workspace_id, id)
      );
      create unique index api_tokens_hash on api_tokens (workspace_id, token_hash);

      create table audit_events (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        at timestamptz not null,
        actor_user_id uuid,
        actor_kind text not null check (actor_kind in ('user', 'token', 'system')),
        action text not null,
        outcome text not null check (outcome in ('done', 'denied')),
        subject_kind text,
        subject_id uuid,
        params jsonb not null default '{}',
        request_id text,
        primary key (workspace_id, id)
      );

      create table idempotency_keys (
        workspace_id uuid not null references workspaces (id),
        principal uuid not null,
        key text not null check (length(key) between 1 and 255),
        request_hash bytea not null,
        status integer not null,
        response jsonb,
        created_at timestamptz not null,
        primary key (workspace_id, principal, key)
      );
      create index idempotency_keys_age on idempotency_keys (created_at);

      ${['users', 'credentials', 'sessions', 'limits'].map(installationTable).join('\n')}
      ${tenantTable('workspaces', { workspaceColumn: 'id' })}
      ${['members', 'invitations', 'api_tokens', 'audit_events', 'idempotency_keys'].map((table) => tenantTable(table)).join('\n')}
      revoke update, delete on audit_events from linkledger_app;

      create function workspaces_of_user(asked_user uuid)
        returns table (workspace_id uuid, workspace_name text, member_id uuid, role text, is_demo boolean)
        language sql stable security definer set search_path = public, pg_temp as $$
        select w.id, w.name, m.id, m.role, w.is_demo
        from members m join workspaces w on w.id = m.workspace_id
        where m.user_id = asked_user and m.left_at is null
        order by w.created_at
      $$;

      create function installation_has_workspace() returns boolean
        language sql stable security definer set search_path = public, pg_temp as $$
        select exists (select 1 from workspaces)
      $$;

      create function workspace_ids() returns setof uuid
        language sql stable security definer set search_path = public, pg_temp as $$
        select id from workspaces order by created_at
      $$;

      create function setup_state() returns table (is_set_up boolean, demo_workspace_id uuid)
        language sql stable security definer set search_path = public, pg_temp as $$
        select exists (select 1 from workspaces where not is_demo),
          (select id from workspaces where is_demo order by created_at limit 1)
      $$;

      create function session_principal(asked_hash bytea)
        returns table (session_id uuid, user_id uuid, locale text, created_at timestamptz, last_seen_at timestamptz, expires_at timestamptz,
          workspace_id uuid, member_id uuid, role text, client_ids uuid[])
        language plpgsql stable security definer set search_path = public, pg_temp as $$
        #variable_conflict use_column
        begin
          return query
            select s.id, u.id, u.locale, s.created_at, s.last_seen_at, s.expires_at, m.workspace_id, m.id, m.role,
              case when m.limited_to_clients then array(
                select c.client_id from member_clients c where c.workspace_id = m.workspace_id and c.member_id = m.id) end
            from sessions s
            join users u on u.id = s.user_id and u.disabled_at is null
            join members m on m.workspace_id = s.workspace_id and m.user_id = u.id and m.left_at is null
            where s.token_hash = asked_hash;
        end
      $$;
    `);
    for (const signature of [
      'session_principal(bytea)',
      'setup_state()',
      'workspaces_of_user(uuid)',
      'installation_has_workspace()',
      'workspace_ids()',
    ]) {
      await runner.query(`
        alter function ${signature} owner to linkledger_definer;
        revoke all on function ${signature} from public;
        grant execute on function ${signature} to linkledger_app;
      `);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function setup_state();
      drop function session_principal(bytea);
      drop function workspace_ids();
      drop function installation_has_workspace();
      drop function workspaces_of_user(uuid);
      drop table idempotency_keys, audit_events, api_tokens, invitations, members, workspaces, limits, sessions, credentials, users;
    `);
  }
}
