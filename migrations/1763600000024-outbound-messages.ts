import type { MigrationInterface, QueryRunner } from 'typeorm';
import { clientOrNobody, definerFunction, installationTable, tenantTable } from './sql/tenant.js';

/** What the sender asks before it knows a workspace. Answers are due at once: the gap between mails of a mailbox is not for them. */
const FUNCTIONS = [
  'due_outbound(integer, timestamptz, integer, integer)',
  'orphaned_outbound(integer)',
  'outbound_doubts(timestamptz, timestamptz, integer)',
  'outbound_copies_due(timestamptz, integer)',
];

/** Mails on their way out, each sent at most once; and whether this installation may send at all. */
export class OutboundMessages1763600000024 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table outbound_messages (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        client_id uuid,
        mailbox_id uuid not null,
        kind text not null check (kind in ('sequence', 'reply', 'single')),
        enrollment_id uuid,
        step_no integer,
        generation integer not null default 1,
        pitch_id uuid,
        campaign_id uuid,
        site_id uuid,
        contact_id uuid,
        conversation_id uuid,
        member_id uuid,
        is_first boolean not null default false,
        is_cold boolean not null default false,
        message_id text not null,
        from_address text not null,
        from_name text not null default '',
        to_address text not null,
        to_address_key text not null,
        to_name text not null default '',
        to_domain text not null,
        subject text not null,
        body_text text not null,
        body_html text,
        in_reply_to text,
        reference_ids text[] not null default '{}',
        unsubscribe_url text,
        template_version_id uuid,
        mail_bytes bytea,
        state text not null default 'ready'
          check (state in ('ready', 'claimed', 'in_doubt', 'sent', 'failed', 'deferred', 'cancelled', 'unknown')),
        attempt integer not null default 0,
        owner bigint,
        not_before timestamptz not null,
        hold_code text,
        hold_params jsonb not null default '{}',
        held_at timestamptz,
        claimed_at timestamptz,
        in_doubt_at timestamptz,
        sent_at timestamptz,
        settled_by uuid,
        first_try_at timestamptz,
        final_reply text,
        failure_code text,
        evidence jsonb not null default '[]',
        looks integer not null default 0,
        looked_at timestamptz,
        crashes integer not null default 0,
        window_zone text,
        window_from time,
        window_until time,
        work_days integer[],
        created_by uuid,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        primary key (workspace_id, id),
        foreign key (workspace_id, mailbox_id) references mailboxes (workspace_id, id),
        foreign key (workspace_id, client_id, enrollment_id) references enrollments (workspace_id, client_id, id),
        foreign key (workspace_id, pitch_id) references pitches (workspace_id, id),
        foreign key (workspace_id, site_id) references sites (workspace_id, id),
        foreign key (workspace_id, contact_id) references contacts (workspace_id, id),
        check (kind <> 'sequence' or (enrollment_id is not null and step_no is not null and client_id is not null))
      );
      create unique index outbound_messages_step on outbound_messages (workspace_id, enrollment_id, step_no, generation)
        where enrollment_id is not null;
      create unique index outbound_messages_message_id on outbound_messages (workspace_id, message_id);
      create index outbound_messages_due on outbound_messages (not_before, id) where state in ('ready', 'deferred');
      create index outbound_messages_busy on outbound_messages (state, workspace_id, id) where state in ('claimed', 'in_doubt');
      create index outbound_messages_mailbox on outbound_messages (workspace_id, mailbox_id, state, not_before, id);
      create index outbound_messages_sent on outbound_messages (workspace_id, sent_at, id) where sent_at is not null;
      create index outbound_messages_contact on outbound_messages (workspace_id, contact_id, claimed_at) where contact_id is not null;
      create index outbound_messages_domain on outbound_messages (workspace_id, to_domain, claimed_at);
      create index outbound_messages_address on outbound_messages (workspace_id, to_address_key, sent_at);
      create index outbound_messages_pitch on outbound_messages (workspace_id, pitch_id) where pitch_id is not null;
      create index outbound_messages_site on outbound_messages (workspace_id, site_id) where site_id is not null;
      create index outbound_messages_conversation on outbound_messages (workspace_id, conversation_id) where conversation_id is not null;
      create index outbound_messages_campaign on outbound_messages (workspace_id, campaign_id, claimed_at) where campaign_id is not null;

      create index outbound_messages_copies on outbound_messages (sent_at, id) where state = 'sent' and looked_at is null;

      create table sending_control (
        only_one boolean primary key default true check (only_one),
        protocol integer not null default 1,
        restore_token text,
        is_paused boolean not null default false,
        pause_code text,
        paused_at timestamptz,
        reconciled_at timestamptz,
        facts jsonb not null default '{}'
      );
      insert into sending_control default values;

      ${tenantTable('outbound_messages')}
      ${clientOrNobody('outbound_messages')}
      ${installationTable('sending_control')}
    `);
    await runner.query(`
      create function due_outbound(speaks integer, moment timestamptz, at_most integer, per_mailbox integer)
        returns table (workspace_id uuid, message_id uuid, mailbox_id uuid)
        language sql stable security definer set search_path = public, pg_temp as $$
        select d.workspace_id, d.id, d.mailbox_id from (
          select n.*, row_number() over (partition by n.workspace_id, n.mailbox_id order by n.not_before, n.id) as place from (
            select o.workspace_id, o.id, o.mailbox_id, o.not_before from outbound_messages o
            join mailboxes m on m.workspace_id = o.workspace_id and m.id = o.mailbox_id
            where o.state in ('ready', 'deferred') and o.not_before <= moment and o.held_at is null
              and (o.kind = 'reply' or m.next_slot_at is null or m.next_slot_at <= moment)
              and exists (select 1 from sending_control c where not c.is_paused and c.protocol <= speaks)
            order by o.not_before, o.id limit 500
          ) n
        ) d where d.place <= per_mailbox order by d.not_before, d.id limit at_most
      $$;

      create function claim_outbound(speaks integer, asked uuid, by_owner bigint, moment timestamptz)
        returns table (attempt integer)
        language sql volatile set search_path = public, pg_temp as $$
        update outbound_messages o set state = 'claimed', attempt = o.attempt + 1, owner = by_owner, claimed_at = moment,
          first_try_at = coalesce(o.first_try_at, moment), updated_at = moment
        where o.id = (select i.id from outbound_messages i
            where i.id = asked and i.state in ('ready', 'deferred') and i.not_before <= moment and i.held_at is null
            for update skip locked)
          and exists (select 1 from sending_control c where not c.is_paused and c.protocol <= speaks)
        returning o.attempt
      $$;

      create function orphaned_outbound(lock_class integer)
        returns table (workspace_id uuid, message_id uuid, state text, attempt integer, owner bigint)
        language sql volatile security definer set search_path = public, pg_temp as $$
        select o.workspace_id, o.id, o.state, o.attempt, o.owner from outbound_messages o
        where o.state in ('claimed', 'in_doubt') and o.owner is not null
          and not exists (select 1 from pg_locks l
            where l.locktype = 'advisory' and l.granted and l.objsubid = 2 and l.classid::bigint = lock_class
              and l.objid::bigint = o.owner
              and l.database = (select d.oid from pg_database d where d.datname = current_database()))
      $$;

      create function outbound_doubts(doubted_before timestamptz, looked_before timestamptz, at_most integer)
        returns table (workspace_id uuid, mailbox_id uuid, message_id uuid)
        language sql stable security definer set search_path = public, pg_temp as $$
        select o.workspace_id, o.mailbox_id, o.id from outbound_messages o
        where o.state = 'in_doubt' and o.owner is null and o.in_doubt_at <= doubted_before
          and (o.looked_at is null or o.looked_at <= looked_before)
        order by o.in_doubt_at, o.id limit at_most
      $$;

      create function outbound_copies_due(sent_before timestamptz, at_most integer)
        returns table (workspace_id uuid, mailbox_id uuid, message_id uuid)
        language sql stable security definer set search_path = public, pg_temp as $$
        select o.workspace_id, o.mailbox_id, o.id from outbound_messages o
        join mailboxes m on m.workspace_id = o.workspace_id and m.id = o.mailbox_id and m.sign_in <> 'catcher'
        where o.state = 'sent' and o.looked_at is null and o.sent_at <= sent_before
        order by o.sent_at, o.id limit at_most
      $$;

      revoke all on function claim_outbound(integer, uuid, bigint, timestamptz) from public;
      grant execute on function claim_outbound(integer, uuid, bigint, timestamptz) to linkledger_app;
      ${FUNCTIONS.map(definerFunction).join('\n')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function due_outbound, claim_outbound, orphaned_outbound, outbound_doubts, outbound_copies_due;
      drop table sending_control, outbound_messages;
    `);
  }
}
