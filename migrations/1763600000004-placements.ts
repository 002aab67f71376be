import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './sql/tenant.js';

const STANDING = `check (%s in ('agreed', 'expected', 'unknown'))`;
const standing = (column: string): string =>
  `${column} text not null default 'unknown' ${STANDING.replace('%s', column)}`;

/** Placements with their terms, the sources of agreed terms, and all that a list shows of their checks. */
export class Placements1763600000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table placements (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        client_id uuid not null,
        brand_id uuid not null,
        target_page_id uuid,
        site_id uuid,
        owner_member_id uuid,
        import_id uuid,
        source_url text check (length(source_url) <= 4000),
        source_url_key text,
        source_host text collate "C" not null default '',
        host_slot text,
        target_url text not null check (length(target_url) <= 4000),
        target_url_key text not null,
        target_path text not null default '',
        type text not null check (type in ('editorial', 'guest_post', 'link_insertion', 'digital_pr', 'journalist_quote',
          'directory', 'broken_link', 'unlinked_mention', 'partnership', 'comment')),
        compensation text not null default 'none' check (compensation in ('none', 'money', 'product_or_service', 'link_in_return')),
        label text check (label in ('own_network')),
        labelling_agreed boolean not null default false,
        match_step text not null default 'equivalent'
          check (match_step in ('exact', 'equivalent', 'redirects_to_target', 'same_path_other_query', 'same_site')),
        ${standing('rel_standing')},
        rel_value text check (rel_value in ('follow', 'nofollow', 'sponsored', 'ugc', 'any')),
        ${standing('anchor_standing')},
        anchor_value text,
        ${standing('region_standing')},
        region_value text check (region_value in ('content', 'nav', 'header', 'footer', 'aside', 'comment')),
        ${standing('indexable_standing')},
        indexable_value boolean,
        ${standing('duration_standing')},
        duration_until date,
        due_on date,
        notes text not null default '',

        state text not null default 'awaited' check (state in ('awaited', 'live', 'differs', 'removed', 'site_down', 'site_gone',
          'check_by_hand', 'ended', 'released', 'replaced')),
        state_since timestamptz not null,
        rechecking boolean not null default false,
        is_baseline_removed boolean not null default false,
        takes_baseline boolean not null default false,
        close_reason text,
        replaced_by_id uuid,

        last_verdicts text not null default '',
        last_check_id uuid,
        checked_at timestamptz,
        last_seen_at timestamptz,
        next_check_at timestamptz,
        next_check_reason text,
        seen_rel text,
        seen_anchor text,
        finding_codes text[] not null default '{}',
        unmet_terms integer not null default 0,
        broken_rules integer not null default 0,
        page_status integer,
        memory jsonb not null default '{}',
        main_text_hash text,
        evidence_hash text,
        target_failing boolean not null default false,
        seen_by_hand_until date,

        revision integer not null default 1,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        archived_at timestamptz,
        primary key (workspace_id, id),
        foreign key (workspace_id, client_id, brand_id) references brands (workspace_id, client_id, id),
        foreign key (workspace_id, target_page_id) references target_pages (workspace_id, id),
        foreign key (workspace_id, site_id) references sites (workspace_id, id),
        foreign key (workspace_id, owner_member_id) references members (workspace_id, id),
        foreign key (workspace_id, replaced_by_id) references placements (workspace_id, id),
        check ((source_url is null) = (source_url_key is null)),
        check ((source_url is null) = (host_slot is null))
      );
      create unique index placements_pair on placements (workspace_id, brand_id, md5(source_url_key), md5(target_url_key))
        where archived_at is null and source_url_key is not null and state not in ('ended', 'released', 'replaced');
      create index placements_state on placements (workspace_id, state, state_since, id) where archived_at is null;
      create index placements_state_since on placements (workspace_id, state_since, id) where archived_at is null;
      create index placements_newest on placements (workspace_id, created_at, id) where archived_at is null;
      create index placements_checked on placements (workspace_id, coalesce(checked_at, '-infinity'), id) where archived_at is null;
      create index placements_source on placements (workspace_id, source_host, id) where archived_at is null;
      create index placements_site on placements (workspace_id, site_id, state) where archived_at is null;
      create index placements_overdue on placements (workspace_id, due_on)
        where archived_at is null and state = 'awaited' and due_on is not null;
      create index placements_unlabelled on placements (workspace_id, id)
        where archived_at is null and 'compensated_unlabelled' = any (finding_codes);
      create index placements_rechecking on placements (workspace_id, id) where archived_at is null and rechecking;
      create index placements_target_failing on placements (workspace_id, id) where archived_at is null and target_failing;
      create index placements_archived on placements (workspace_id, archived_at, id) where archived_at is not null;
      create index placements_client on placements (workspace_id, client_id, brand_id, state) where archived_at is null;
      create index placements_target_page on placements (workspace_id, target_page_id);
      create index placements_owner on placements (workspace_id, owner_member_id) where archived_at is null;
      create index placements_import on placements (workspace_id, import_id) where import_id is not null;
      create index placements_replaced on placements (workspace_id, replaced_by_id) where replaced_by_id is not null;
      create index placements_due on placements (host_slot, next_check_at) where next_check_at is not null;
      create index placements_search on placements using gin ((coalesce(source_url, source_host) || ' ' || target_url) gin_trgm_ops);

      create table placement_term_sources (
        workspace_id uuid not null,
        id uuid not null,
        client_id uuid not null,
        placement_id uuid not null,
        terms text[] not null,
        kind text not null check (kind in ('document', 'note', 'person')),
        reference text not null check (length(reference) between 1 and 4000),
        agreed_on date,
        document_sha256 bytea,
        document_name text,
        recorded_by uuid,
        recorded_at timestamptz not null,
        primary key (workspace_id, id),
        foreign key (workspace_id, placement_id) references placements (workspace_id, id),
        foreign key (workspace_id, client_id) references clients (workspace_id, id)
      );
      create index placement_term_sources_placement on placement_term_sources (workspace_id, placement_id, recorded_at);

      ${tenantTable('placements', { clientColumn: 'client_id' })}
      ${tenantTable('placement_term_sources', { clientColumn: 'client_id' })}

      create function search_placements(words text, at_most integer) returns setof uuid
        language sql stable security definer set search_path = public, pg_temp as $$
        select id from placements
        where workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid
          and archived_at is null
          and (coalesce(source_url, source_host) || ' ' || target_url) ilike '%' || replace(replace(replace(words, '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'
          and ((select app_sees_all_clients()) or client_id = any ((select app_client_ids())::uuid[]))
        limit at_most
      $$;
      alter function search_placements(text, integer) owner to linkledger_definer;
      revoke all on function search_placements(text, integer) from public;
      grant execute on function search_placements(text, integer) to linkledger_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function search_placements(text, integer);
      drop table placement_term_sources, placements;
    `);
  }
}
