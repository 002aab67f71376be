import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './sql/tenant.js';

/**
 * Reclamations: one per counterparty, with the placements that got worse and what was seen; how many links a checked page had; and the
 * search for awaited placements in feeds and sitemaps.
 */
export class Reclamations1763600000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table checks add column links jsonb;

      create table reclamations (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        client_id uuid not null,
        publisher_id uuid,
        site_id uuid,
        pitch_id uuid,
        state text not null default 'proposed' check (state in ('proposed', 'sent', 'answered', 'restored', 'refused', 'dismissed')),
        note text not null default '',
        assignee_member_id uuid,
        sent_at timestamptz,
        sent_by uuid,
        closed_at timestamptz,
        revision integer not null default 1,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        primary key (workspace_id, id),
        foreign key (workspace_id, client_id) references clients (workspace_id, id),
        foreign key (workspace_id, publisher_id) references publishers (workspace_id, id),
        foreign key (workspace_id, site_id) references sites (workspace_id, id),
        foreign key (workspace_id, pitch_id) references pitches (workspace_id, id),
        foreign key (workspace_id, assignee_member_id) references members (workspace_id, id),
        check ((publisher_id is null) <> (site_id is null))
      );
      create unique index reclamations_of_client on reclamations (workspace_id, client_id, id);
      create index reclamations_open_publisher on reclamations (workspace_id, client_id, publisher_id)
        where publisher_id is not null and state in ('proposed', 'sent', 'answered');
      create index reclamations_open_site on reclamations (workspace_id, client_id, site_id)
        where site_id is not null and state in ('proposed', 'sent', 'answered');
      create index reclamations_newest on reclamations (workspace_id, state, created_at, id);

      create table reclamation_placements (
        workspace_id uuid not null,
        client_id uuid not null,
        reclamation_id uuid not null,
        placement_id uuid not null,
        state text not null,
        finding_codes text[] not null default '{}',
        changed_links text not null default 'not_known' check (changed_links in ('only_ours', 'all_external', 'some', 'not_known')),
        check_id uuid,
        got_worse_at timestamptz not null,
        outcome text not null default 'open' check (outcome in ('open', 'restored', 'refused', 'replaced', 'ended', 'dismissed')),
        outcome_at timestamptz,
        primary key (workspace_id, reclamation_id, placement_id),
        foreign key (workspace_id, client_id, reclamation_id) references reclamations (workspace_id, client_id, id),
        foreign key (workspace_id, placement_id) references placements (workspace_id, id)
      );
      create index reclamation_placements_placement on reclamation_placements (workspace_id, placement_id);

      create table awaited_searches (
        workspace_id uuid not null,
        client_id uuid not null,
        placement_id uuid not null,
        next_search_at timestamptz,
        searched_at timestamptz,
        result text check (result in ('found', 'not_found', 'no_feed', 'could_not_read')),
        candidates jsonb not null default '[]',
        read_pages jsonb not null default '{}',
        primary key (workspace_id, placement_id),
        foreign key (workspace_id, placement_id) references placements (workspace_id, id),
        foreign key (workspace_id, client_id) references clients (workspace_id, id)
      );
      create index awaited_searches_due on awaited_searches (next_search_at) where next_search_at is not null;

      ${['reclamations', 'reclamation_placements', 'awaited_searches'].map((table) => tenantTable(table, { clientColumn: 'client_id' })).join('\n')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table awaited_searches, reclamation_placements, reclamations; alter table checks drop column links',
    );
  }
}
