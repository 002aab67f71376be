import { Injectable } from '@nestjs/common';
import { secretField } from '../../core/mailboxes/mailbox.js';
import { localDay } from '../../core/sending/window.js';
import { Clock } from '../../platform/clock/clock.js';
import { KeyRing } from '../../platform/crypto/key-ring.js';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors/app-error.js';
import { Events } from '../../platform/events/events.js';
import { connectionOf, refuseFaults } from './connection-rules.js';
import { MailboxKeeping } from './mailbox-keeping.js';
import type { MailboxColumns, MailboxRow } from './mailbox-rows.js';
import { settingsColumns } from './mailbox-settings.js';
import { MailboxTrials } from './mailbox-trials.js';
import { type MailboxReader, mayChange } from './mailbox-view.js';
import type { MailboxView } from './mailbox-views.dto.js';
import type { ConnectionWish, MailboxChange } from './mailbox-wish.dto.js';
import { MailboxesRepository } from './mailboxes.repository.js';
import { MailboxesService } from './mailboxes.service.js';

/** Changes of mailboxes by a person: their own, or any by a manager. */
@Injectable()
export class MailboxChanging {
  constructor(
    private readonly database: Database,
    private readonly mailboxes: MailboxesRepository,
    private readonly service: MailboxesService,
    private readonly keeping: MailboxKeeping,
    private readonly trials: MailboxTrials,
    private readonly ring: KeyRing,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** Throws `mailbox.changed_meanwhile`, `mailbox.not_yours`, and for a new connection what connecting throws. */
  async change(reader: MailboxReader, id: string, wish: MailboxChange): Promise<MailboxView> {
    const connection = wish.connection === undefined ? {} : await this.tried(reader, id, wish.connection);
    return this.inOwn(reader, id, async (row) => {
      if (row.revision !== wish.revision) throw new AppError('mailbox.changed_meanwhile', { id });
      const at = this.clock.now();
      const zone = wish.timeZone ?? row.timeZone;
      const columns = {
        ...settingsColumns(wish, localDay(at.getTime(), zone), row),
        ...(await this.ownerOf(reader, wish)),
        ...connection,
      };
      await this.mailboxes.update(id, columns, at);
      if (wish.clientIds !== undefined)
        await this.mailboxes.setClients(
          id,
          await this.keeping.clientsOf(wish.clientIds, hiddenOf(row, reader)),
        );
      await this.record('mailbox.changed', id, { fields: fieldsOf(wish) });
    });
  }

  pause(reader: MailboxReader, id: string, reason: string): Promise<MailboxView> {
    return this.database.inWorkspace(reader.scope, async () => {
      const view = await this.service.view(reader, id);
      if (view.archivedAt !== null) throw new AppError('mailbox.archived');
      await this.service.pause(id, 'by_hand', { reason });
      return this.service.view(reader, id);
    });
  }

  resume(reader: MailboxReader, id: string): Promise<MailboxView> {
    return this.inOwn(reader, id, async (row) => {
      if (row.state === 'active') return;
      const columns = {
        state: 'active',
        pause_code: null,
        pause_params: '{}',
        paused_at: null,
        paused_by: null,
      };
      await this.mailboxes.update(id, columns, this.clock.now());
      await this.record('mailbox.resumed', id, { code: row.pauseCode });
    });
  }

  /** Takes a mailbox away: its secret is forgotten, its mails stay. */
  archive(reader: MailboxReader, id: string): Promise<MailboxView> {
    return this.inOwn(reader, id, async () => {
      const at = this.clock.now();
      const gone = {
        archived_at: at,
        sealed_secret: null,
        token_expires_at: null,
        state: 'paused',
        pause_code: 'archived',
      };
      await this.mailboxes.update(id, gone, at);
      await this.record('mailbox.archived', id, {});
    });
  }

  /** Keeps the answer to the question whether earlier headers may be read; reading them is the inbox's. */
  answerHistory(reader: MailboxReader, id: string, isAllowed: boolean): Promise<MailboxView> {
    return this.inOwn(reader, id, async (row) => {
      if (row.signIn === 'catcher') throw new AppError('mailbox.has_no_server');
      if (row.historyState === 'done' || row.historyState === 'running') return;
      const historyState = isAllowed ? 'running' : 'refused';
      await this.mailboxes.update(id, { history_state: historyState }, this.clock.now());
      await this.record('mailbox.changed', id, { fields: ['historyState'], historyState });
    });
  }

  private inOwn(
    reader: MailboxReader,
    id: string,
    work: (row: MailboxRow) => Promise<void>,
  ): Promise<MailboxView> {
    return this.database.inWorkspace(reader.scope, async () => {
      await this.service.view(reader, id);
      const row = await this.mailboxes.lock(id, this.clock.now());
      if (row === null) throw new AppError('mailbox.not_found', { id });
      if (!mayChange(row, reader)) throw new AppError('mailbox.not_yours');
      if (row.archivedAt !== null) throw new AppError('mailbox.archived');
      await work(row);
      return this.service.view(reader, id);
    });
  }

  /** The columns of another connection, once it was tried. */
  private async tried(reader: MailboxReader, id: string, wish: ConnectionWish): Promise<MailboxColumns> {
    const row = await this.database.inWorkspace(reader.scope, async () => {
      await this.service.view(reader, id);
      return this.service.one(id);
    });
    if (!mayChange(row, reader)) throw new AppError('mailbox.not_yours');
    if (row.signIn !== 'password')
      throw new AppError(row.signIn === 'catcher' ? 'mailbox.has_no_server' : 'mailbox.has_no_password');
    refuseFaults(await this.trials.both(reader, connectionOf(wish)));
    const { workspaceId } = reader.scope;
    return {
      smtp_host: wish.smtp.host,
      smtp_port: wish.smtp.port,
      smtp_security: wish.smtp.security,
      imap_host: wish.imap.host,
      imap_port: wish.imap.port,
      imap_security: wish.imap.security,
      user_name: wish.userName,
      sealed_secret: await this.ring.seal(wish.password, { workspaceId, field: secretField(id) }),
    };
  }

  /** Only a manager gives a mailbox to somebody else. */
  private async ownerOf(
    { isManager }: MailboxReader,
    { ownerMemberId }: MailboxChange,
  ): Promise<MailboxColumns> {
    if (ownerMemberId === undefined) return {};
    if (!isManager) throw new AppError('mailbox.not_yours');
    if (ownerMemberId !== null && !(await this.mailboxes.isMember(ownerMemberId)))
      throw new AppError('mailbox.member_unknown');
    return { owner_member_id: ownerMemberId };
  }

  private async record(
    kind: 'mailbox.changed' | 'mailbox.resumed' | 'mailbox.archived',
    id: string,
    params: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    await this.events.record({ kind, subjects: [{ kind: 'mailbox', id }], params });
  }
}

/** Clients of a mailbox that the reader does not see: a change of theirs leaves them. */
function hiddenOf({ clientIds }: MailboxRow, { scope }: MailboxReader): string[] {
  const limits = scope.clientIds ?? null;
  return limits === null ? [] : clientIds.filter((id) => !limits.includes(id));
}

/** Names of what was changed, never the values. */
function fieldsOf(wish: MailboxChange): string[] {
  return Object.entries(wish)
    .filter(([field, value]) => field !== 'revision' && value !== undefined)
    .map(([field]) => field);
}
