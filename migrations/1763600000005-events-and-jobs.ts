import type { MigrationInterface, QueryRunner } from 'typeorm';
import { installationTable, tenantTable } from './sql/tenant.js';

/** Blobs, events with their subjects (partitioned by the month in their UUID v7 id), and jobs a person can watch. */
export class EventsAndJobs1763600000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table blobs (
        sha256 bytea primary key,
        size integer not null,
        media_type text not null default 'application/octet-stream',
        encoding text not null check (encoding in ('identity', 'gzip', 'br')),
        content bytea not null,
        created_at timestamptz not null
      );

      create table events (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        at timestamptz not null,
        kind text not null,
        client_id uuid,
        actor_user_id uuid,
        params jsonb not null default '{}',
        primary key (workspace_id, id)
      ) partition by range (id);

      create table event_subjects (
        workspace_id uuid not null references workspaces (id),
        event_id uuid not null,
        subject_kind text not null,
        subject_id uuid not null,
        primary key (workspace_id, subject_kind, subject_id, event_id)
      ) partition by range (event_id);

      create table event_deliveries (
        workspace_id uuid not null references workspaces (id),
        event_id uuid not null,
        listener text not null,
        delivered_at timestamptz not null,
        primary key (workspace_id, event_id, listener)
      );

      create table jobs (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        kind text not null,
        state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed', 'undone')),
        total integer not null default 0,
        finished integer not null default 0,
        failed integer not null default 0,
        params jsonb not null default '{}',
        result jsonb not null default '{}',
        error_code text,
        created_by uuid,
        created_at timestamptz not null,
        started_at timestamptz,
        finished_at timestamptz,
        primary key (workspace_id, id)
      );
      create index jobs_newest on jobs (workspace_id, created_at desc);

      create table job_items (
        workspace_id uuid not null,
        job_id uuid not null,
        item_no integer not null,
        item_id uuid not null,
        state text not null default 'waiting' check (state in ('waiting', 'done', 'skipped', 'failed')),
        error_code text,
        before jsonb,
        primary key (workspace_id, job_id, item_no),
        foreign key (workspace_id, job_id) references jobs (workspace_id, id)
      );
      create index job_items_waiting on job_items (workspace_id, job_id, item_no) where state = 'waiting';

      ${installationTable('blobs')}
      ${['events', 'event_subjects', 'event_deliveries', 'jobs', 'job_items'].map((table) => tenantTable(table)).join('\n')}
      create policy client_scope on events as restrictive to linkledger_app
        using (client_id is null or (select app_sees_all_clients()) or client_id = any ((select app_client_ids())::uuid[]))
        with check (true);
      revoke update, delete on events, event_subjects from linkledger_app;

      create function uuid_floor(moment timestamptz) returns uuid language sql immutable as $$
        select (lpad(to_hex(floor(extract(epoch from moment) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid
      $$;

      create function partitioned_tables() returns text[] language sql immutable as $$
        select array['events', 'event_subjects', 'checks']
      $$;

      create function ensure_partitions(first_moment timestamptz, months integer) returns integer
        language plpgsql security definer set search_path = public, pg_temp as $$
        declare
          parent text;
          first_month timestamptz := date_trunc('month', first_moment at time zone 'UTC') at time zone 'UTC';
          month_start timestamptz;
          month_end timestamptz;
          made integer := 0;
        begin
          if months < 1 or months > 36 then raise exception 'months must be 1 to 36'; end if;
          perform pg_advisory_xact_lock(hashtext('linkledger.partitions'));
          foreach parent in array partitioned_tables() loop
            if to_regclass(parent) is null then continue; end if;
            for step in 0 .. months - 1 loop
              month_start := (first_month at time zone 'UTC' + make_interval(months => step)) at time zone 'UTC';
              month_end := (first_month at time zone 'UTC' + make_interval(months => step + 1)) at time zone 'UTC';
              if to_regclass(parent || to_char(month_start at time zone 'UTC', '"_"YYYY"_"MM')) is null then
                execute format('create table %I partition of %I for values from (%L) to (%L)',
                  parent || to_char(month_start at time zone 'UTC', '"_"YYYY"_"MM'), parent, uuid_floor(month_start), uuid_floor(month_end));
                made := made + 1;
              end if;
            end loop;
          end loop;
          return made;
        end
      $$;

      create function drop_partitions_before(parent text, moment timestamptz) returns integer
        language plpgsql security definer set search_path = public, pg_temp as $$
        declare
          part record;
          dropped integer := 0;
        begin
          if not parent = any (partitioned_tables()) then raise exception 'not a partitioned table: %', parent; end if;
          if moment > clock_timestamp() - interval '30 days' then raise exception 'the last 30 days are kept'; end if;
          for part in
            select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
            where i.inhparent = to_regclass(parent)
              and c.relname <= parent || to_char((moment - interval '1 month') at time zone 'UTC', '"_"YYYY"_"MM')
          loop
            execute format('drop table %I', part.relname);
            dropped := dropped + 1;
          end loop;
          return dropped;
        end
      $$;
      revoke all on function ensure_partitions(timestamptz, integer), drop_partitions_before(text, timestamptz) from public;
      grant execute on function ensure_partitions(timestamptz, integer), drop_partitions_before(text, timestamptz) to linkledger_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function drop_partitions_before(text, timestamptz);
      drop function ensure_partitions(timestamptz, integer);
      drop function partitioned_tables();
      drop function uuid_floor(timestamptz);
      drop table job_items, jobs, event_deliveries, event_subjects, events, blobs;
    `);
  }
}
