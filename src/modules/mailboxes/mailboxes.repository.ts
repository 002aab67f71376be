import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { MailboxColumns, MailboxRow } from './mailbox-rows.js';

const COLUMNS = `b.id, b.address, b.address_key as "addressKey", b.sender_name as "senderName",
  b.owner_member_id as "ownerMemberId", m.name as "ownerName", m.user_id as "ownerUserId", b.sign_in as "signIn",
  b.smtp_host as "smtpHost", b.smtp_port as "smtpPort", b.smtp_security as "smtpSecurity",
  b.imap_host as "imapHost", b.imap_port as "imapPort", b.imap_security as "imapSecurity",
  b.user_name as "userName", b.sealed_secret as "sealedSecret", b.token_expires_at as "tokenExpiresAt",
  b.signature, b.cap_per_day as "capPerDay", b.gap_seconds as "gapSeconds", b.gap_jitter_seconds as "gapJitterSeconds",
  to_char(b.window_from, 'HH24:MI') as "windowFrom", to_char(b.window_until, 'HH24:MI') as "windowUntil",
  b.work_days as "workDays", b.time_zone as "timeZone", b.ramp_from as "rampFrom", b.ramp_step as "rampStep",
  b.ramp_started_on::text as "rampStartedOn", b.state, b.pause_code as "pauseCode", b.pause_params as "pauseParams",
  b.paused_at as "pausedAt", b.history_state as "historyState", b.history_read as "historyRead",
  b.history_found as "historyFound", b.sent_copy as "sentCopy", b.dkim_selector as "dkimSelector",
  b.domain_checks as "domainChecks", b.domain_checked_at as "domainCheckedAt", b.connected_at as "connectedAt",
  b.revision, b.created_at as "createdAt", b.archived_at as "archivedAt",
  array(select c.client_id from mailbox_clients c
        where c.workspace_id = b.workspace_id and c.mailbox_id = b.id order by c.client_id) as "clientIds",
  coalesce((select d.mails from mailbox_days d
            where d.workspace_id = b.workspace_id and d.mailbox_id = b.id
              and d.day = ($1::timestamptz at time zone b.time_zone)::date), 0) as "sentToday",
  (select max(f.polled_until) from mailbox_folders f
   where f.workspace_id = b.workspace_id and f.mailbox_id = b.id) as "lastPolledAt",
  coalesce((select json_agg(json_build_object('path', f.path, 'code', f.error_code) order by f.path)
            from mailbox_folders f
            where f.workspace_id = b.workspace_id and f.mailbox_id = b.id and f.error_code is not null), '[]') as "folderErrors"`;
const FROM = `from mailboxes b left join members m on m.workspace_id = b.workspace_id and m.id = b.owner_member_id`;

/** Names of columns stand in our own code alone; anything else is a bug. */
const COLUMN_NAME = /^[a-z_]+$/;

/** Mailboxes in the open transaction. */
@Injectable()
export class MailboxesRepository {
  constructor(private readonly database: Database) {}

  /** Mailboxes that are in use, and archived ones where they are wished; `at` says which day it is. */
  list(at: Date, withArchived: boolean): Promise<MailboxRow[]> {
    return this.query(
      `select ${COLUMNS} ${FROM} where $2 or b.archived_at is null order by b.archived_at nulls first, b.address_key, b.id`,
      [at, withArchived],
    );
  }

  async find(id: string, at: Date): Promise<MailboxRow | null> {
    const rows = await this.query<MailboxRow>(`select ${COLUMNS} ${FROM} where b.id = $2`, [at, id]);
    return rows[0] ?? null;
  }

  /** Locks the row until the transaction ends, so that one change follows another. */
  async lock(id: string, at: Date): Promise<MailboxRow | null> {
    await this.query('select id from mailboxes where id = $1 for no key update', [id]);
    return this.find(id, at);
  }

  async hasAddress(addressKey: string): Promise<boolean> {
    const rows = await this.query('select 1 from mailboxes where address_key = $1 and archived_at is null', [
      addressKey,
    ]);
    return rows.length > 0;
  }

  /** The catcher of a member, if there is one in use. */
  async catcherOf(memberId: string): Promise<string | null> {
    const rows = await this.query<{ id: string }>(
      `select id from mailboxes where owner_member_id = $1 and sign_in = 'catcher' and archived_at is null order by created_at limit 1`,
      [memberId],
    );
    return rows[0]?.id ?? null;
  }

  async insert(columns: MailboxColumns): Promise<void> {
    const { workspaceId } = this.database.scope();
    const all = { workspace_id: workspaceId, ...columns };
    const names = Object.keys(all).filter((name) => COLUMN_NAME.test(name));
    await this.query(
      `insert into mailboxes (${names.join(', ')}) values (${names.map((_, at) => `$${at + 1}`).join(', ')})`,
      Object.values(all),
    );
  }

  /** Writes columns and counts the revision up. */
  async update(id: string, columns: MailboxColumns, at: Date): Promise<void> {
    const names = Object.keys(columns).filter((name) => COLUMN_NAME.test(name));
    const sets = names.map((name, index) => `${name} = $${index + 3}`);
    await this.query(
      `update mailboxes set ${['revision = revision + 1', 'updated_at = $2', ...sets].join(', ')} where id = $1`,
      [id, at, ...Object.values(columns)],
    );
  }

  /** What DNS said of the domain; no change of the mailbox, so the revision stays. */
  async keepChecks(id: string, checks: string, at: Date): Promise<void> {
    await this.query('update mailboxes set domain_checks = $2, domain_checked_at = $3 where id = $1', [
      id,
      checks,
      at,
    ]);
  }

  async setClients(id: string, clientIds: readonly string[]): Promise<void> {
    const { workspaceId } = this.database.scope();
    await this.query('delete from mailbox_clients where mailbox_id = $1', [id]);
    await this.query(
      `insert into mailbox_clients (workspace_id, mailbox_id, client_id) select $1, $2, unnest($3::uuid[])`,
      [workspaceId, id, clientIds],
    );
  }

  /** How many of these clients the scope sees. */
  async visibleClients(clientIds: readonly string[]): Promise<number> {
    const rows = await this.query<{ count: number }>(
      'select count(*)::int as count from clients where id = any($1::uuid[])',
      [clientIds],
    );
    return rows[0]?.count ?? 0;
  }

  /** Whether somebody of the team who is there has this id. */
  async isMember(memberId: string): Promise<boolean> {
    const rows = await this.query(
      `select 1 from members where id = $1 and left_at is null and role <> 'client'`,
      [memberId],
    );
    return rows.length > 0;
  }

  /** Gives the mailboxes of somebody who left to somebody else, or to nobody; answers which. */
  async handOver(memberId: string, to: string | null, at: Date): Promise<string[]> {
    const rows = await this.query<{ id: string }>(
      `with given as (update mailboxes set owner_member_id = $2, updated_at = $3, revision = revision + 1
                      where owner_member_id = $1 returning id, archived_at)
       select id from given where archived_at is null order by id`,
      [memberId, to, at],
    );
    return rows.map(({ id }) => id);
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}
