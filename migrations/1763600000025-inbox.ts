import type { MigrationInterface, QueryRunner } from 'typeorm';
import { clientOrNobody, definerFunction, tenantTable } from './sql/tenant.js';

/** Conversations and the mails that came in, with what each was taken for and by which rule. */
export class Inbox1763600000025 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table conversations (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        client_id uuid,
        mailbox_id uuid,
        site_id uuid,
        contact_id uuid,
        subject text not null default '',
        subject_key text not null default '',
        state text not null default 'waiting' check (state in ('to_answer', 'waiting', 'done', 'unmatched', 'other')),
        snoozed_until timestamptz,
        assignee_member_id uuid,
        last_at timestamptz not null,
        last_in_at timestamptz,
        last_kind text,
        message_count integer not null default 0,
        snippet text not null default '',
        from_name text not null default '',
        from_address text not null default '',
        search_text text not null default '',
        revision integer not null default 1,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        archived_at timestamptz,
        primary key (workspace_id, id),
        foreign key (workspace_id, client_id) references clients (workspace_id, id),
        foreign key (workspace_id, mailbox_id) references mailboxes (workspace_id, id),
        foreign key (workspace_id, site_id) references sites (workspace_id, id),
        foreign key (workspace_id, contact_id) references contacts (workspace_id, id),
        foreign key (workspace_id, assignee_member_id) references members (workspace_id, id)
      );
      create index conversations_state on conversations (workspace_id, state, last_at, id) where archived_at is null;
      create index conversations_snoozed on conversations (snoozed_until) where snoozed_until is not null;
      create index conversations_assignee on conversations (workspace_id, assignee_member_id, state) where archived_at is null;
      create index conversations_newest on conversations (workspace_id, last_at, id) where archived_at is null;
      create index conversations_search on conversations using gin (search_text gin_trgm_ops);
      create index conversations_site on conversations (workspace_id, site_id) where site_id is not null;
      create index conversations_contact on conversations (workspace_id, contact_id) where contact_id is not null;

      create table conversation_pitches (
        workspace_id uuid not null,
        client_id uuid not null,
        conversation_id uuid not null,
        pitch_id uuid not null,
        primary key (workspace_id, conversation_id, pitch_id),
        foreign key (workspace_id, conversation_id) references conversations (workspace_id, id),
        foreign key (workspace_id, client_id, pitch_id) references pitches (workspace_id, client_id, id)
      );
      create index conversation_pitches_pitch on conversation_pitches (workspace_id, pitch_id);

      create table inbound_messages (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        client_id uuid,
        conversation_id uuid,
        mailbox_id uuid not null,
        folder text not null,
        uid_validity numeric(20) not null,
        uid bigint not null,
        message_id text,
        in_reply_to text,
        reference_ids text[] not null default '{}',
        body_hash bytea not null,
        from_address text not null default '',
        from_address_key text not null default '',
        from_name text not null default '',
        to_addresses text[] not null default '{}',
        subject text not null default '',
        sent_at timestamptz,
        received_at timestamptz not null,
        kind text not null check (kind in ('reply', 'auto_reply', 'left_company', 'bounce', 'complaint', 'unsubscribe', 'own', 'other', 'unparsed')),
        rule text not null,
        corrected_kind text,
        corrected_by uuid,
        corrected_at timestamptz,
        match_rule text not null default 'none',
        outbound_id uuid,
        body_text text not null default '',
        quoted_text text not null default '',
        body_html text,
        attachments jsonb not null default '[]',
        recipients jsonb not null default '[]',
        opt_out jsonb,
        terms jsonb,
        terms_state text not null default 'none' check (terms_state in ('none', 'offered', 'recorded', 'dismissed')),
        returns_on date,
        blob_sha256 bytea,
        tries integer not null default 0,
        effects jsonb not null default '[]',
        created_at timestamptz not null,
        primary key (workspace_id, id),
        foreign key (workspace_id, conversation_id) references conversations (workspace_id, id),
        foreign key (workspace_id, mailbox_id) references mailboxes (workspace_id, id),
        foreign key (workspace_id, outbound_id) references outbound_messages (workspace_id, id)
      );
      create unique index inbound_messages_place on inbound_messages (workspace_id, mailbox_id, folder, uid_validity, uid);
      create index inbound_messages_message_id on inbound_messages (workspace_id, message_id) where message_id is not null;
      create index inbound_messages_conversation on inbound_messages (workspace_id, conversation_id, received_at, id) where conversation_id is not null;
      create index inbound_messages_from on inbound_messages (workspace_id, from_address_key, received_at);
      create index inbound_messages_newest on inbound_messages (workspace_id, received_at, id);
      create index inbound_messages_outbound on inbound_messages (workspace_id, outbound_id) where outbound_id is not null;

      create table match_teachings (
        workspace_id uuid not null,
        id uuid not null,
        from_address_key text not null,
        site_id uuid,
        contact_id uuid,
        ignore boolean not null default false,
        created_by uuid,
        created_at timestamptz not null,
        primary key (workspace_id, id),
        foreign key (workspace_id, site_id) references sites (workspace_id, id),
        foreign key (workspace_id, contact_id) references contacts (workspace_id, id)
      );
      create unique index match_teachings_from on match_teachings (workspace_id, from_address_key);

      create table mail_facts_done (
        workspace_id uuid not null,
        fact_key bytea not null,
        inbound_id uuid not null,
        at timestamptz not null,
        primary key (workspace_id, fact_key)
      );

      create table conversation_notes (
        workspace_id uuid not null,
        id uuid not null,
        conversation_id uuid not null,
        client_id uuid,
        text text not null check (length(text) between 1 and 5000),
        created_by uuid,
        created_at timestamptz not null,
        primary key (workspace_id, id),
        foreign key (workspace_id, conversation_id) references conversations (workspace_id, id)
      );

      ${['conversations', 'inbound_messages', 'conversation_notes'].map((table) => `${tenantTable(table)}\n${clientOrNobody(table)}`).join('\n')}
      ${tenantTable('conversation_pitches', { clientColumn: 'client_id' })}
      ${['match_teachings', 'mail_facts_done'].map((table) => tenantTable(table)).join('\n')}

      create function mailboxes_to_read() returns table (workspace_id uuid, mailbox_id uuid)
        language sql stable security definer set search_path = public, pg_temp as $$
        select m.workspace_id, m.id from mailboxes m
        where m.archived_at is null and m.sign_in <> 'catcher' and m.imap_host <> ''
          and coalesce(m.pause_code, '') not in ('credentials_refused', 'token_refused', 'uid_validity_unstable')
          and m.workspace_id = coalesce(nullif(current_setting('app.workspace_id', true), '')::uuid, m.workspace_id)
        order by m.workspace_id, m.id
      $$;
      ${definerFunction('mailboxes_to_read()')}

      create function snoozes_over(at timestamptz) returns table (workspace_id uuid, conversation_id uuid)
        language sql stable security definer set search_path = public, pg_temp as $$
        select c.workspace_id, c.id from conversations c
        where c.snoozed_until <= at
          and c.workspace_id = coalesce(nullif(current_setting('app.workspace_id', true), '')::uuid, c.workspace_id)
        order by c.snoozed_until limit 1000
      $$;
      ${definerFunction('snoozes_over(timestamptz)')}

      create function search_conversations(words text, at_most integer) returns setof uuid
        language sql stable security definer set search_path = public, pg_temp as $$
        select id from conversations
        where workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid
          and archived_at is null
          and search_text like '%' || replace(replace(replace(words, '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'
          and (client_id is null or (select app_sees_all_clients()) or client_id = any ((select app_client_ids())::uuid[]))
        limit at_most
      $$;
      ${definerFunction('search_conversations(text, integer)')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function search_conversations(text, integer), snoozes_over(timestamptz), mailboxes_to_read();
      drop table conversation_notes, mail_facts_done, match_teachings, inbound_messages, conversation_pitches, conversations;
    `);
  }
}
