import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** A mailbox of any workspace. */
export interface NamedMailbox {
  readonly workspaceId: string;
  readonly mailboxId: string;
}

/** Who reads which mailbox: one reader each over all workers. Leases live by the database's own clock. */
@Injectable()
export class MailboxLeases {
  constructor(private readonly database: Database) {}

  /** Mailboxes that are to be read, of all workspaces. */
  toRead(): Promise<NamedMailbox[]> {
    return this.database.inInstallation(() =>
      this.query<NamedMailbox>(
        'select workspace_id as "workspaceId", mailbox_id as "mailboxId" from mailboxes_to_read()',
        [],
      ),
    );
  }

  /** Takes or renews a lease of 60 s; false while another reader holds it. */
  take({ workspaceId, mailboxId }: NamedMailbox, owner: string): Promise<boolean> {
    return this.database.inWorkspace({ workspaceId }, async () => {
      const rows = await this.query(
        `insert into mailbox_leases as l (workspace_id, mailbox_id, purpose, owner, leased_until)
         values ($1, $2, 'reading', $3, clock_timestamp() + interval '60 seconds')
         on conflict (workspace_id, mailbox_id, purpose) do update set owner = excluded.owner, leased_until = excluded.leased_until
           where l.owner = excluded.owner or l.leased_until < clock_timestamp()
         returning 1`,
        [workspaceId, mailboxId, owner],
      );
      return rows.length > 0;
    });
  }

  giveBack({ workspaceId, mailboxId }: NamedMailbox, owner: string): Promise<void> {
    return this.database.inWorkspace({ workspaceId }, async () => {
      await this.query('delete from mailbox_leases where mailbox_id = $1 and owner = $2', [mailboxId, owner]);
    });
  }

  private query<Row = unknown>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}
