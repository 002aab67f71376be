import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors/app-error.js';
import { Events } from '../../platform/events/events.js';
import type { MailboxRow } from './mailbox-rows.js';
import { isSeen, type MailboxReader, viewOf } from './mailbox-view.js';
import type { MailboxList, MailboxView } from './mailbox-views.dto.js';
import { MailboxesRepository } from './mailboxes.repository.js';

export type { MailboxRow } from './mailbox-rows.js';

/** Mailboxes as they stand; everything but `list` and `get` works in the open transaction. */
@Injectable()
export class MailboxesService {
  constructor(
    private readonly database: Database,
    private readonly mailboxes: MailboxesRepository,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  list(reader: MailboxReader, withArchived: boolean): Promise<MailboxList> {
    return this.database.inWorkspace(reader.scope, async () => {
      const now = this.clock.now();
      const rows = await this.mailboxes.list(now, withArchived);
      return {
        items: rows.filter((row) => isSeen(row, reader)).map((row) => viewOf(row, reader, now)),
      };
    });
  }

  /** Throws `mailbox.not_found`. */
  get(reader: MailboxReader, id: string): Promise<MailboxView> {
    return this.database.inWorkspace(reader.scope, () => this.view(reader, id));
  }

  /** The view of one, in the open transaction. Throws `mailbox.not_found`. */
  async view(reader: MailboxReader, id: string): Promise<MailboxView> {
    const row = await this.one(id);
    if (!isSeen(row, reader)) throw new AppError('mailbox.not_found', { id });
    return viewOf(row, reader, this.clock.now());
  }

  /** One mailbox, archived ones included. Throws `mailbox.not_found`. */
  async one(id: string): Promise<MailboxRow> {
    const row = await this.mailboxes.find(id, this.clock.now());
    if (row === null) throw new AppError('mailbox.not_found', { id });
    return row;
  }

  /** Mailboxes in use that may send for a client. */
  async forClient(clientId: string): Promise<MailboxRow[]> {
    const rows = await this.mailboxes.list(this.clock.now(), false);
    return rows.filter(({ clientIds }) => clientIds.length === 0 || clientIds.includes(clientId));
  }

  /** Stops a mailbox from sending, with a code; false when it was paused already, and nothing changes then. */
  async pause(id: string, code: string, params: Readonly<Record<string, unknown>> = {}): Promise<boolean> {
    const at = this.clock.now();
    const row = await this.mailboxes.lock(id, at);
    if (row === null || row.state === 'paused' || row.archivedAt !== null) return false;
    await this.mailboxes.update(
      id,
      {
        state: 'paused',
        pause_code: code,
        pause_params: JSON.stringify(params),
        paused_at: at,
        paused_by: this.database.scope().userId ?? null,
      },
      at,
    );
    await this.events.record({
      kind: 'mailbox.paused',
      subjects: [{ kind: 'mailbox', id }],
      params: { code },
    });
    return true;
  }
}
