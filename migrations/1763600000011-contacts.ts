import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './sql/tenant.js';

/** Contacts with their addresses, places and grounds for mailing; what was proposed as a contact; keys of outside services. */
export class Contacts1763600000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table contacts (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        name text not null default '',
        name_key text collate "C" not null default '',
        first_name text not null default '',
        last_name text not null default '',
        position text not null default '',
        language text check (language ~ '^[a-z]{2}$'),
        form_of_address text not null default 'unknown' check (form_of_address in ('unknown', 'informal', 'formal')),
        time_zone text,
        country text check (country ~ '^[A-Z]{2}$'),
        notes text not null default '',
        main_address text,
        main_address_status text check (main_address_status in ('unknown', 'valid', 'risky', 'invalid', 'bounced')),
        ground text check (ground in ('consent', 'published_for_purpose', 'existing_customer', 'journalist_request',
          'ongoing_correspondence', 'other')),
        search_text text not null default '',
        is_former boolean not null default false,
        objected_at timestamptz,
        import_id uuid,
        revision integer not null default 1,
        created_by uuid,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        archived_at timestamptz,
        erased_at timestamptz,
        primary key (workspace_id, id),
        foreign key (workspace_id, import_id) references imports (workspace_id, id)
      );
      create index contacts_name on contacts (workspace_id, name_key, id) where archived_at is null;
      create index contacts_newest on contacts (workspace_id, created_at, id) where archived_at is null;
      create index contacts_updated on contacts (workspace_id, updated_at, id) where archived_at is null;
      create index contacts_ground on contacts (workspace_id, ground, id) where archived_at is null;
      create index contacts_address_status on contacts (workspace_id, main_address_status, id) where archived_at is null;
      create index contacts_language on contacts (workspace_id, language, id) where archived_at is null and language is not null;
      create index contacts_country on contacts (workspace_id, country, id) where archived_at is null and country is not null;
      create index contacts_former on contacts (workspace_id, id) where archived_at is null and is_former;
      create index contacts_archived on contacts (workspace_id, archived_at, id) where archived_at is not null;
      create index contacts_import on contacts (workspace_id, import_id) where import_id is not null;
      create index contacts_search on contacts using gin (search_text gin_trgm_ops);

      create table contact_addresses (
        workspace_id uuid not null,
        id uuid not null,
        contact_id uuid not null,
        address text not null check (length(address) <= 320),
        address_key text collate "C" not null,
        is_main boolean not null default false,
        status text not null default 'unknown' check (status in ('unknown', 'valid', 'risky', 'invalid', 'bounced')),
        finding_code text,
        checked_at timestamptz,
        checked_by text,
        import_id uuid,
        created_at timestamptz not null,
        archived_at timestamptz,
        primary key (workspace_id, id),
        foreign key (workspace_id, contact_id) references contacts (workspace_id, id)
      );
      create unique index contact_addresses_key on contact_addresses (workspace_id, address_key) where archived_at is null;
      create index contact_addresses_contact on contact_addresses (workspace_id, contact_id);
      create index contact_addresses_import on contact_addresses (workspace_id, import_id) where import_id is not null;

      create table contact_places (
        workspace_id uuid not null,
        id uuid not null,
        contact_id uuid not null,
        site_id uuid,
        publisher_id uuid,
        role text not null default '',
        is_former boolean not null default false,
        since_on date,
        until_on date,
        import_id uuid,
        created_at timestamptz not null,
        primary key (workspace_id, id),
        foreign key (workspace_id, contact_id) references contacts (workspace_id, id),
        foreign key (workspace_id, site_id) references sites (workspace_id, id),
        foreign key (workspace_id, publisher_id) references publishers (workspace_id, id),
        check ((site_id is null) <> (publisher_id is null))
      );
      create index contact_places_contact on contact_places (workspace_id, contact_id);
      create unique index contact_places_site on contact_places (workspace_id, contact_id, site_id) where site_id is not null;
      create unique index contact_places_publisher on contact_places (workspace_id, contact_id, publisher_id) where publisher_id is not null;
      create index contact_places_of_site on contact_places (workspace_id, site_id) where site_id is not null;
      create index contact_places_of_publisher on contact_places (workspace_id, publisher_id) where publisher_id is not null;
      create index contact_places_import on contact_places (workspace_id, import_id) where import_id is not null;

      create table contact_grounds (
        workspace_id uuid not null,
        id uuid not null,
        contact_id uuid not null,
        ground text not null check (ground in ('consent', 'published_for_purpose', 'existing_customer', 'journalist_request',
          'ongoing_correspondence', 'other')),
        evidence_url text,
        evidence_on date,
        evidence_text text not null default '',
        import_id uuid,
        recorded_by uuid,
        recorded_at timestamptz not null,
        withdrawn_at timestamptz,
        withdrawn_reason text check (withdrawn_reason in ('new_owner', 'objected', 'by_hand')),
        primary key (workspace_id, id),
        foreign key (workspace_id, contact_id) references contacts (workspace_id, id)
      );
      create index contact_grounds_contact on contact_grounds (workspace_id, contact_id, recorded_at);
      create index contact_grounds_import on contact_grounds (workspace_id, import_id) where import_id is not null;

      create table contact_proposals (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        site_id uuid not null,
        name text not null default '',
        position text not null default '',
        address text,
        address_key text collate "C",
        page_url text not null,
        page_kind text not null check (page_kind in ('contact', 'about', 'author', 'imprint', 'advertising', 'home', 'service')),
        evidence_text text not null default '',
        confidence integer,
        proposed_ground text check (proposed_ground in ('published_for_purpose')),
        found_by text not null default 'reading' check (found_by in ('reading', 'hunter')),
        found_at timestamptz not null,
        state text not null default 'open' check (state in ('open', 'accepted', 'dismissed')),
        contact_id uuid,
        decided_by uuid,
        decided_at timestamptz,
        primary key (workspace_id, id),
        foreign key (workspace_id, site_id) references sites (workspace_id, id),
        foreign key (workspace_id, contact_id) references contacts (workspace_id, id)
      );
      create unique index contact_proposals_once on contact_proposals
        (workspace_id, site_id, coalesce(address_key, ''), lower(name));
      create index contact_proposals_open on contact_proposals (workspace_id, found_at, id) where state = 'open';

      create table service_keys (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        service text not null check (service in ('hunter', 'ahrefs', 'moz', 'search')),
        sealed_key bytea not null,
        hint text not null,
        base_url text,
        created_by uuid,
        created_at timestamptz not null,
        last_used_at timestamptz,
        last_error_code text,
        primary key (workspace_id, id)
      );
      create unique index service_keys_service on service_keys (workspace_id, service);

      ${['contacts', 'contact_addresses', 'contact_places', 'contact_grounds', 'contact_proposals', 'service_keys'].map((table) => tenantTable(table)).join('\n')}

      create function search_contacts(words text, at_most integer) returns setof uuid
        language sql stable security definer set search_path = public, pg_temp as $$
        select id from contacts
        where workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid
          and archived_at is null
          and search_text like '%' || replace(replace(replace(words, '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'
        limit at_most
      $$;
      alter function search_contacts(text, integer) owner to linkledger_definer;
      revoke all on function search_contacts(text, integer) from public;
      grant execute on function search_contacts(text, integer) to linkledger_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function search_contacts(text, integer);
      drop table service_keys, contact_proposals, contact_grounds, contact_places, contact_addresses, contacts;
    `);
  }
}
