import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors/app-error.js';
import { Events } from '../../platform/events/events.js';
import type { MailPlace } from '../../platform/mail/mail-guard.js';
import { type MailboxReader, mayChange } from './mailbox-view.js';
import { MailboxesRepository } from './mailboxes.repository.js';
import { MailboxesService } from './mailboxes.service.js';

/** Signing in to a connected mailbox anew: new tokens, the same servers, and an end to the pause that asked for it. */
@Injectable()
export class MailboxRenewing {
  constructor(
    private readonly database: Database,
    private readonly mailboxes: MailboxesRepository,
    private readonly service: MailboxesService,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  serversOf(reader: MailboxReader, id: string): Promise<{ smtp: MailPlace; imap: MailPlace }> {
    return this.database.inWorkspace(reader.scope, async () => {
      const { smtp, imap } = await this.service.view(reader, id);
      return { smtp, imap };
    });
  }

  /** Throws `mailbox.not_yours`. */
  async keepTokens(
    reader: MailboxReader,
    id: string,
    { sealedSecret, expiresAt }: { readonly sealedSecret: Buffer; readonly expiresAt: Date },
  ): Promise<void> {
    await this.database.inWorkspace(reader.scope, async () => {
      const at = this.clock.now();
      const row = await this.mailboxes.lock(id, at);
      if (row === null || row.archivedAt !== null) throw new AppError('mailbox.not_found', { id });
      if (!mayChange(row, reader)) throw new AppError('mailbox.not_yours');
      const isMended = row.pauseCode === 'token_refused' || row.pauseCode === 'credentials_refused';
      const resumed = {
        state: 'active',
        pause_code: null,
        pause_params: '{}',
        paused_at: null,
        paused_by: null,
      };
      const tokens = {
        sealed_secret: sealedSecret,
        token_expires_at: expiresAt,
        token_lease: null,
        token_lease_until: null,
      };
      await this.mailboxes.update(id, { ...tokens, ...(isMended ? resumed : {}) }, at);
      const subjects = [{ kind: 'mailbox' as const, id }];
      await this.events.record({ kind: 'mailbox.changed', subjects, params: { fields: ['signIn'] } });
      if (isMended)
        await this.events.record({ kind: 'mailbox.resumed', subjects, params: { code: row.pauseCode } });
    });
  }
}
