import type { MigrationInterface, QueryRunner } from 'typeorm';
import { PROSPECTS_KEPT_TRUE } from './sql/prospects-kept-true.js';
import { clientOrNobody, tenantTable } from './sql/tenant.js';

/**
 * Prospects with tags, own fields, touches, exclusions and do-not-contact; notes; saved views of lists. Imports write millions of prospects:
 * the workspace is vouched for by the site, and the import, whose row is never deleted, by nobody (docs/decisions/0067).
 */
export class Prospects1763600000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table prospects (
        workspace_id uuid not null,
        id uuid not null,
        site_id uuid not null,
        site_key text collate "C" not null,
        status text not null default 'new' check (status in ('new', 'researching', 'qualified', 'paused', 'unfit')),
        owner_member_id uuid,
        lock_until timestamptz,
        language text check (language ~ '^[a-z]{2}$'),
        country text check (country ~ '^[A-Z]{2}$'),
        fit jsonb not null default '{}',
        fit_yes smallint not null default 0,
        fit_no smallint not null default 0,
        notes text not null default '',
        do_not_contact boolean not null default false,
        contact_count integer not null default 0,
        last_touch_at timestamptz,
        last_touch_member_id uuid,
        stage text not null default 'unknown' check (stage in ('unknown', 'cold', 'contacted', 'engaged', 'partner', 'dormant', 'declined')),
        search_text text not null default '',
        import_id uuid,
        revision integer not null default 1,
        created_by uuid,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        archived_at timestamptz,
        primary key (workspace_id, id),
        foreign key (workspace_id, site_id) references sites (workspace_id, id),
        foreign key (workspace_id, owner_member_id) references members (workspace_id, id),
        foreign key (workspace_id, last_touch_member_id) references members (workspace_id, id)
      );
      create unique index prospects_site on prospects (workspace_id, site_id);
      create index prospects_newest on prospects (workspace_id, created_at, id) where archived_at is null;
      create index prospects_updated on prospects (workspace_id, updated_at, id) where archived_at is null;
      create index prospects_key on prospects (workspace_id, site_key, id) where archived_at is null;
      create index prospects_status on prospects
        (workspace_id, (case status when 'new' then 1 when 'researching' then 2 when 'qualified' then 3 when 'paused' then 4 else 5 end), id)
        where archived_at is null;
      create index prospects_fit on prospects (workspace_id, fit_yes, id) where archived_at is null;
      create index prospects_touch on prospects
        (workspace_id, (case when last_touch_at is null then '-infinity' else last_touch_at end), id) where archived_at is null;
      create index prospects_owner on prospects (workspace_id, owner_member_id) where owner_member_id is not null;
      create index prospects_archived on prospects (workspace_id, archived_at, id) where archived_at is not null;
      create index prospects_import on prospects (workspace_id, import_id) where import_id is not null;
      create index prospects_search on prospects using gin (search_text gin_trgm_ops);

      create table tags (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        kind text not null default 'tag' check (kind in ('tag', 'topic')),
        name text not null check (length(name) between 1 and 60),
        name_key text not null,
        import_id uuid,
        created_at timestamptz not null,
        primary key (workspace_id, id)
      );
      create unique index tags_name on tags (workspace_id, kind, name_key);

      create table prospect_tags (
        workspace_id uuid not null,
        prospect_id uuid not null,
        tag_id uuid not null,
        import_id uuid,
        primary key (workspace_id, tag_id, prospect_id),
        foreign key (workspace_id, prospect_id) references prospects (workspace_id, id),
        foreign key (workspace_id, tag_id) references tags (workspace_id, id)
      );
      create index prospect_tags_prospect on prospect_tags (workspace_id, prospect_id);
      create index prospect_tags_import on prospect_tags (workspace_id, import_id) where import_id is not null;

      create table custom_fields (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        record_kind text not null check (record_kind in ('prospect', 'contact', 'publisher')),
        field_key text not null check (field_key ~ '^[a-z][a-z0-9_]{0,39}$'),
        name text not null check (length(name) between 1 and 60),
        type text not null check (type in ('text', 'number', 'date', 'yes_no', 'choice', 'url')),
        choices text[] not null default '{}',
        position integer not null default 0,
        created_at timestamptz not null,
        archived_at timestamptz,
        primary key (workspace_id, id)
      );
      create unique index custom_fields_key on custom_fields (workspace_id, record_kind, field_key);

      create table custom_values (
        workspace_id uuid not null,
        field_id uuid not null,
        record_id uuid not null,
        text_value text check (length(text_value) <= 2000),
        number_value double precision,
        date_value date,
        import_id uuid,
        primary key (workspace_id, field_id, record_id),
        foreign key (workspace_id, field_id) references custom_fields (workspace_id, id)
      );
      create index custom_values_record on custom_values (workspace_id, record_id);
      create index custom_values_number on custom_values (workspace_id, field_id, number_value, record_id) where number_value is not null;
      create index custom_values_date on custom_values (workspace_id, field_id, date_value, record_id) where date_value is not null;
      create index custom_values_text on custom_values (workspace_id, field_id, left(text_value, 100), record_id) where text_value is not null;
      create index custom_values_import on custom_values (workspace_id, import_id) where import_id is not null;

      create table touches (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        site_id uuid not null,
        contact_id uuid,
        client_id uuid,
        brand_id uuid,
        member_id uuid,
        kind text not null check (kind in ('mail', 'call', 'meeting', 'form', 'social', 'placement', 'other')),
        direction text not null default 'out' check (direction in ('out', 'in')),
        result text not null default 'unknown' check (result in ('unknown', 'no_answer', 'answered', 'declined', 'agreed', 'placed')),
        at timestamptz not null,
        note text not null default '',
        import_id uuid,
        recorded_at timestamptz not null,
        archived_at timestamptz,
        primary key (workspace_id, id),
        foreign key (workspace_id, site_id) references sites (workspace_id, id),
        foreign key (workspace_id, contact_id) references contacts (workspace_id, id),
        foreign key (workspace_id, client_id) references clients (workspace_id, id),
        foreign key (workspace_id, member_id) references members (workspace_id, id)
      );
      create index touches_site on touches (workspace_id, site_id, at) where archived_at is null;
      create index touches_contact on touches (workspace_id, contact_id, at) where contact_id is not null and archived_at is null;
      create index touches_import on touches (workspace_id, import_id) where import_id is not null;

      create table client_exclusions (
        workspace_id uuid not null,
        id uuid not null,
        client_id uuid not null,
        site_id uuid not null,
        reason text not null check (reason in ('competitor', 'blocked', 'client_wish', 'other')),
        note text not null default '',
        created_by uuid,
        created_at timestamptz not null,
        primary key (workspace_id, id),
        foreign key (workspace_id, client_id) references clients (workspace_id, id),
        foreign key (workspace_id, site_id) references sites (workspace_id, id)
      );
      create unique index client_exclusions_site on client_exclusions (workspace_id, site_id, client_id);
      create index client_exclusions_client on client_exclusions (workspace_id, client_id, id);

      create table suppressions (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        kind text not null check (kind in ('address', 'site')),
        site_id uuid,
        address text,
        address_hash bytea,
        reason text not null check (reason in ('asked', 'objected', 'bounced', 'complained', 'client_wish', 'own_choice', 'imported')),
        note text not null default '',
        import_id uuid,
        created_by uuid,
        created_at timestamptz not null,
        lifted_at timestamptz,
        lifted_by uuid,
        primary key (workspace_id, id),
        foreign key (workspace_id, site_id) references sites (workspace_id, id),
        check ((kind = 'site') = (site_id is not null)),
        check ((kind = 'address') = (address_hash is not null))
      );
      create unique index suppressions_site on suppressions (workspace_id, site_id) where lifted_at is null and site_id is not null;
      create index suppressions_newest on suppressions (workspace_id, created_at, id) where lifted_at is null;
      create index suppressions_import on suppressions (workspace_id, import_id) where import_id is not null;
      create unique index suppressions_address on suppressions (workspace_id, address_hash) where lifted_at is null and address_hash is not null;

      create table notes (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        subject_kind text not null check (subject_kind in ('site', 'publisher', 'contact', 'relationship')),
        subject_id uuid not null,
        client_id uuid,
        body text not null check (length(body) between 1 and 10000),
        written_by uuid,
        written_at timestamptz not null,
        archived_at timestamptz,
        primary key (workspace_id, id)
      );
      create index notes_subject on notes (workspace_id, subject_kind, subject_id, written_at) where archived_at is null;

      create table saved_views (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        list text not null check (list in ('prospects', 'publishers', 'contacts', 'relationships', 'placements')),
        name text not null check (length(name) between 1 and 80),
        query text not null check (length(query) <= 4000),
        is_shared boolean not null default false,
        member_id uuid not null,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        primary key (workspace_id, id),
        foreign key (workspace_id, member_id) references members (workspace_id, id)
      );
      create index saved_views_list on saved_views (workspace_id, list, member_id);

      ${['prospects', 'tags', 'prospect_tags', 'custom_fields', 'custom_values', 'suppressions', 'saved_views'].map((table) => tenantTable(table)).join('\n')}
      ${['touches', 'notes', 'client_exclusions'].map((table) => tenantTable(table)).join('\n')}
      ${clientOrNobody('client_exclusions')}
      ${clientOrNobody('notes')}

      create function search_prospects(words text, at_most integer) returns setof uuid
        language sql stable security definer set search_path = public, pg_temp as $$
        select id from prospects
        where workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid
          and archived_at is null
          and search_text like '%' || replace(replace(replace(words, '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'
        limit at_most
      $$;
      alter function search_prospects(text, integer) owner to linkledger_definer;
      revoke all on function search_prospects(text, integer) from public;
      grant execute on function search_prospects(text, integer) to linkledger_app;

      ${PROSPECTS_KEPT_TRUE}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger contacts_counted on contacts;
      drop trigger contact_places_counted_insert on contact_places;
      drop trigger contact_places_counted_update on contact_places;
      drop trigger contact_places_counted_delete on contact_places;
      drop function search_prospects(text, integer);
      drop table saved_views, notes, suppressions, client_exclusions, touches, custom_values, custom_fields, prospect_tags, tags, prospects;
      drop function contacts_counted(), contact_places_counted_insert(), contact_places_counted_update(), contact_places_counted_delete(),
        touches_told_insert(), touches_told_update(), touches_told_delete(),
        suppressions_told_insert(), suppressions_told_update(), suppressions_told_delete(), prospects_at_other_site();
    `);
  }
}
