import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where a transaction is one of a workspace, its own rows alone; the sender asks over all of them, before it knows a workspace. */
const OWN = `and o.workspace_id = coalesce(nullif(current_setting('app.workspace_id', true), '')::uuid, o.workspace_id)`;

/** What the sender asks, `own` rows alone, and which mails wait for the gap between two mails of their mailbox. */
function functions(own: string, waitsForGap: string): string {
  return `
      create or replace function due_outbound(speaks integer, moment timestamptz, at_most integer, per_mailbox integer)
        returns table (workspace_id uuid, message_id uuid, mailbox_id uuid)
        language sql stable security definer set search_path = public, pg_temp as $$
        select d.workspace_id, d.id, d.mailbox_id from (
          select n.*, row_number() over (partition by n.workspace_id, n.mailbox_id order by n.not_before, n.id) as place from (
            select o.workspace_id, o.id, o.mailbox_id, o.not_before from outbound_messages o
            join mailboxes m on m.workspace_id = o.workspace_id and m.id = o.mailbox_id
            where o.state in ('ready', 'deferred') and o.not_before <= moment and o.held_at is null
              and (not (${waitsForGap}) or m.next_slot_at is null or m.next_slot_at <= moment)
              and exists (select 1 from sending_control c where not c.is_paused and c.protocol <= speaks)
              ${own}
            order by o.not_before, o.id limit 500
          ) n
        ) d where d.place <= per_mailbox order by d.not_before, d.id limit at_most
      $$;

      create or replace function orphaned_outbound(lock_class integer)
        returns table (workspace_id uuid, message_id uuid, state text, attempt integer, owner bigint)
        language sql volatile security definer set search_path = public, pg_temp as $$
        select o.workspace_id, o.id, o.state, o.attempt, o.owner from outbound_messages o
        where o.state in ('claimed', 'in_doubt') and o.owner is not null
          and not exists (select 1 from pg_locks l
            where l.locktype = 'advisory' and l.granted and l.objsubid = 2 and l.classid::bigint = lock_class
              and l.objid::bigint = o.owner
              and l.database = (select d.oid from pg_database d where d.datname = current_database()))
          ${own}
      $$;

      create or replace function outbound_doubts(doubted_before timestamptz, looked_before timestamptz, at_most integer)
        returns table (workspace_id uuid, mailbox_id uuid, message_id uuid)
        language sql stable security definer set search_path = public, pg_temp as $$
        select o.workspace_id, o.mailbox_id, o.id from outbound_messages o
        where o.state = 'in_doubt' and o.owner is null and o.in_doubt_at <= doubted_before
          and (o.looked_at is null or o.looked_at <= looked_before)
          ${own}
        order by o.in_doubt_at, o.id limit at_most
      $$;

      create or replace function outbound_copies_due(sent_before timestamptz, at_most integer)
        returns table (workspace_id uuid, mailbox_id uuid, message_id uuid)
        language sql stable security definer set search_path = public, pg_temp as $$
        select o.workspace_id, o.mailbox_id, o.id from outbound_messages o
        join mailboxes m on m.workspace_id = o.workspace_id and m.id = o.mailbox_id and m.sign_in <> 'catcher'
        where o.state = 'sent' and o.looked_at is null and o.sent_at <= sent_before
          ${own}
        order by o.sent_at, o.id limit at_most
      $$;
    `;
}

/**
 * The sender's questions tell a workspace nothing of another; and the gap between two mails of a mailbox is for steps of sequences alone:
 * what a person writes goes at once.
 */
export class OutboundFunctionsOfOneWorkspace1763600000028 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(functions(OWN, `o.kind = 'sequence'`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(functions('', `o.kind <> 'reply'`));
  }
}
