import { Injectable } from '@nestjs/common';
import type { KeptFolder } from '../../core/inbox/folder-watermark.js';
import { Database } from '../../platform/database/database.js';
import type { MailPlace } from './inbound-rows.repository.js';

interface FolderRow {
  readonly uidValidity: string;
  readonly lastUid: string;
  readonly generation: number;
  readonly resets: Date[];
}

/** Where a folder is read from now on. */
export interface FolderStart {
  readonly mailboxId: string;
  readonly path: string;
  readonly use: string;
  readonly uidValidity: bigint;
  readonly lastUid: number;
  readonly generation: number;
  readonly resets: readonly number[];
}

/** Folders with their watermarks, in the open transaction. */
@Injectable()
export class FolderRows {
  constructor(private readonly database: Database) {}

  async find(mailboxId: string, path: string): Promise<KeptFolder | null> {
    const rows = await this.query<FolderRow>(
      `select uid_validity::text as "uidValidity", last_uid::text as "lastUid", generation, resets
       from mailbox_folders where mailbox_id = $1 and path = $2`,
      [mailboxId, path],
    );
    const [row] = rows;
    if (row === undefined) return null;
    return {
      uidValidity: BigInt(row.uidValidity),
      lastUid: Number(row.lastUid),
      generation: row.generation,
      resets: row.resets.map((at) => at.getTime()),
    };
  }

  /** Sets where a folder is read from: at its first reading, and when its numbering is new. */
  async start(folder: FolderStart): Promise<void> {
    await this.query(
      `insert into mailbox_folders (workspace_id, mailbox_id, path, special_use, uid_validity, last_uid, generation, resets)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (workspace_id, mailbox_id, path) do update set special_use = excluded.special_use, uid_validity = excluded.uid_validity,
         last_uid = excluded.last_uid, generation = excluded.generation, resets = excluded.resets`,
      [
        this.database.scope().workspaceId,
        folder.mailboxId,
        folder.path,
        folder.use,
        String(folder.uidValidity),
        folder.lastUid,
        folder.generation,
        folder.resets.map((at) => new Date(at)),
      ],
    );
  }

  /** Takes the numbers of a folder from the mails that have them, before the same numbers are given to others; a new generation frees each once. */
  async retirePlaces({ mailboxId, path, uidValidity, generation }: FolderStart): Promise<void> {
    const values = [mailboxId, path, String(uidValidity)];
    const there = 'mailbox_id = $1 and folder = $2 and uid_validity = $3';
    await this.query(`delete from inbound_messages where ${there} and rule = 'failed'`, values);
    await this.query(`update inbound_messages set uid_validity = $4 where ${there}`, [
      ...values,
      -generation,
    ]);
  }

  /** Moves the watermark to a mail, the row locked; false when another numbering holds, or it was passed before. */
  async advance({ mailboxId, folder, uidValidity, uid }: MailPlace): Promise<boolean> {
    const [, moved] = await this.database
      .manager()
      .query<[unknown[], number]>(
        `update mailbox_folders set last_uid = $4 where mailbox_id = $1 and path = $2 and uid_validity = $3 and last_uid < $4`,
        [mailboxId, folder, String(uidValidity), uid],
      );
    return moved === 1;
  }

  /** A whole reading of a folder, from its start to its end: what was there at its start has been read. */
  async polled(mailboxId: string, path: string, from: Date, until: Date): Promise<void> {
    await this.query(
      `update mailbox_folders set polled_from = $3, polled_until = $4, error_code = null where mailbox_id = $1 and path = $2`,
      [mailboxId, path, from, until],
    );
  }

  /** Folders of a mailbox could not be read: the reason stands on each until one reading goes well; on INBOX while none was ever opened. */
  async failed(mailboxId: string, path: string | null, code: string): Promise<void> {
    await this.query(
      `insert into mailbox_folders (workspace_id, mailbox_id, path, special_use)
       select $1, $2, coalesce($3, 'INBOX'), case when $3::text is null then 'inbox' else 'other' end
       where $3::text is not null or not exists (select 1 from mailbox_folders where mailbox_id = $2)
       on conflict do nothing`,
      [this.database.scope().workspaceId, mailboxId, path],
    );
    await this.query(
      'update mailbox_folders set error_code = $3 where mailbox_id = $1 and ($2::text is null or path = $2)',
      [mailboxId, path, code],
    );
  }

  /** Takes folders away that are read no longer. */
  async keepOnly(mailboxId: string, paths: readonly string[]): Promise<void> {
    await this.query('delete from mailbox_folders where mailbox_id = $1 and path <> all ($2::text[])', [
      mailboxId,
      paths,
    ]);
  }

  /** Whether a mail came before the mailbox was connected: a stranger's of that time is no matter of outreach. */
  async isOld(mailboxId: string, receivedAt: Date | null): Promise<boolean> {
    if (receivedAt === null) return false;
    const rows = await this.query<{ isOld: boolean }>(
      `select $2::timestamptz < coalesce(connected_at, created_at) - interval '1 hour' as "isOld" from mailboxes where id = $1`,
      [mailboxId, receivedAt],
    );
    return rows[0]?.isOld ?? false;
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}
