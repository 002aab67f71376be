import type { MigrationInterface, QueryRunner } from 'typeorm';
import { installationTable, tenantTable } from './sql/tenant.js';

/** A trigger function: a host is due no later than the earliest thing on it that a statement wrote. */
function wakeHosts(name: string, onlyWhere: string): string {
  return `create function ${name}() returns trigger
    language plpgsql set search_path = public, pg_temp as $$
    begin
      insert into hosts (slot, due_at)
      select c.host_slot, min(c.next_check_at) from changed c
      where c.host_slot is not null and c.next_check_at is not null ${onlyWhere}
      group by c.host_slot order by c.host_slot
      on conflict (slot) do update set due_at = excluded.due_at
        where hosts.due_at is null or hosts.due_at > excluded.due_at;
      return null;
    end
  $$;`;
}

/** Hosts with their leases and robots.txt (of the installation), checks, evidence, and what was seen by hand. */
export class Verifier1763600000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table hosts (
        slot text primary key check (length(slot) <= 300),
        due_at timestamptz,
        lease_owner text,
        lease_token uuid,
        lease_expires_at timestamptz,
        next_slot_at timestamptz not null default '-infinity',
        backoff_until timestamptz,
        backoff_count integer not null default 0,
        robots jsonb,
        robots_fetched_at timestamptz
      );
      create index hosts_due on hosts (due_at) where due_at is not null;

      create table worker_windows (
        worker text not null,
        started_at timestamptz not null,
        checks integer not null default 0,
        could_not_check integer not null default 0,
        hosts integer not null default 0,
        silent_until timestamptz,
        primary key (worker)
      );

      create table checks (
        workspace_id uuid not null,
        id uuid not null,
        placement_id uuid not null,
        at timestamptz not null,
        verdict text not null check (verdict in ('live', 'differs', 'absent', 'unreachable', 'unverifiable')),
        state_after text not null,
        origin text not null check (origin in ('schedule', 'asked', 'by_hand')),
        findings jsonb not null default '[]',
        page_status integer,
        final_url text,
        redirects jsonb not null default '[]',
        robots jsonb,
        seen jsonb,
        rendered boolean not null default false,
        duration_ms integer not null default 0,
        evidence_hash text,
        primary key (workspace_id, id),
        foreign key (workspace_id, placement_id) references placements (workspace_id, id)
      ) partition by range (id);
      create index checks_of_placement on checks (workspace_id, placement_id, id desc);

      create table evidence (
        workspace_id uuid not null,
        placement_id uuid not null,
        hash text not null,
        id uuid not null,
        first_seen_at timestamptz not null,
        blob_sha256 bytea not null references blobs (sha256),
        primary key (workspace_id, id),
        foreign key (workspace_id, placement_id) references placements (workspace_id, id)
      );
      create unique index evidence_hash on evidence (workspace_id, placement_id, hash);

      create table sightings (
        workspace_id uuid not null,
        id uuid not null,
        placement_id uuid not null,
        at timestamptz not null,
        counts_until date not null,
        note text not null default '',
        picture_sha256 bytea references blobs (sha256),
        recorded_by uuid,
        primary key (workspace_id, id),
        foreign key (workspace_id, placement_id) references placements (workspace_id, id)
      );

      ${['hosts', 'worker_windows'].map(installationTable).join('\n')}
      ${['checks', 'evidence', 'sightings'].map((table) => tenantTable(table)).join('\n')}
      revoke update, delete on checks from linkledger_app;

      alter table placements
        add column page_language text,
        add column page_title text,
        add column page_changed_at timestamptz;

      create function due_placements(asked_slot text, moment timestamptz, at_most integer)
        returns table (workspace_id uuid, placement_id uuid, next_check_at timestamptz)
        language sql stable security definer set search_path = public, pg_temp as $$
        select p.workspace_id, p.id, p.next_check_at from placements p
        where p.host_slot = asked_slot and p.next_check_at <= moment
        order by (p.next_check_reason is not distinct from 'asked') desc, p.next_check_at limit at_most
      $$;

      create function due_target_pages(asked_slot text, moment timestamptz, at_most integer)
        returns table (workspace_id uuid, target_page_id uuid, next_check_at timestamptz)
        language sql stable security definer set search_path = public, pg_temp as $$
        select t.workspace_id, t.id, t.next_check_at from target_pages t
        where t.host_slot = asked_slot and t.next_check_at <= moment
        order by t.next_check_at limit at_most
      $$;

      create function next_due_of_host(asked_slot text) returns timestamptz
        language sql stable security definer set search_path = public, pg_temp as $$
        select least(
          (select min(p.next_check_at) from placements p where p.host_slot = asked_slot and p.next_check_at is not null),
          (select min(t.next_check_at) from target_pages t where t.host_slot = asked_slot and t.next_check_at is not null))
      $$;

      ${wakeHosts('wake_hosts_of_added', '')}
      ${wakeHosts(
        'wake_hosts_of_changed',
        `and not exists (select from before b where b.workspace_id = c.workspace_id and b.id = c.id
             and b.host_slot = c.host_slot and b.next_check_at is not distinct from c.next_check_at)`,
      )}
    `);
    // A host is never due later than the earliest thing on it, whoever wrote that: imports, edits, asked checks.
    for (const table of ['placements', 'target_pages']) {
      await runner.query(`
        create trigger ${table}_added_wake_hosts after insert on ${table}
          referencing new table as changed for each statement execute function wake_hosts_of_added();
        create trigger ${table}_changed_wake_hosts after update on ${table}
          referencing old table as before new table as changed for each statement execute function wake_hosts_of_changed();
      `);
    }
    for (const signature of [
      'due_placements(text, timestamptz, integer)',
      'due_target_pages(text, timestamptz, integer)',
      'next_due_of_host(text)',
    ]) {
      await runner.query(`
        alter function ${signature} owner to linkledger_definer;
        revoke all on function ${signature} from public;
        grant execute on function ${signature} to linkledger_app;
      `);
    }
    await runner.query(
      `select ensure_partitions(date_trunc('month', clock_timestamp()) - interval '1 month', 6)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger target_pages_changed_wake_hosts on target_pages;
      drop trigger target_pages_added_wake_hosts on target_pages;
      drop trigger placements_changed_wake_hosts on placements;
      drop trigger placements_added_wake_hosts on placements;
      drop function wake_hosts_of_changed();
      drop function wake_hosts_of_added();
      drop function next_due_of_host(text);
      drop function due_target_pages(text, timestamptz, integer);
      drop function due_placements(text, timestamptz, integer);
      alter table placements drop column page_changed_at, drop column page_title, drop column page_language;
      drop table sightings, evidence, checks, worker_windows, hosts;
    `);
  }
}
