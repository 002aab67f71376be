import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors/app-error.js';
import { DomainChecking } from './domain-checking.service.js';
import { MailboxAccess } from './mailbox-access.service.js';
import { MailboxProbe } from './mailbox-probe.js';
import type { MailboxReader } from './mailbox-view.js';
import type { TrialView } from './mailbox-views.dto.js';
import { MailboxesRepository } from './mailboxes.repository.js';
import { MailboxesService } from './mailboxes.service.js';

/** Tries a connected mailbox again with what is kept, and looks at its domain anew. */
@Injectable()
export class MailboxChecks {
  constructor(
    private readonly database: Database,
    private readonly mailboxes: MailboxesRepository,
    private readonly service: MailboxesService,
    private readonly access: MailboxAccess,
    private readonly probe: MailboxProbe,
    private readonly domains: DomainChecking,
    private readonly clock: Clock,
  ) {}

  /** Throws `mailbox.has_no_server`, `mailbox.secret_unreadable`, `mailbox.token_refused`, `mailbox.token_unavailable`. */
  async again(reader: MailboxReader, id: string): Promise<TrialView> {
    const row = await this.database.inWorkspace(reader.scope, async () => {
      await this.service.view(reader, id);
      return this.service.one(id);
    });
    if (row.signIn === 'catcher') throw new AppError('mailbox.has_no_server');
    if (row.archivedAt !== null) throw new AppError('mailbox.archived');
    const auth = await this.access.auth(reader.scope, row);
    if ('refused' in auth) throw refusalOf(auth.refused);
    const connection = {
      smtp: { host: row.smtpHost, port: row.smtpPort, security: row.smtpSecurity },
      imap: { host: row.imapHost, port: row.imapPort, security: row.imapSecurity },
      auth,
    };
    const domain = row.addressKey.slice(row.addressKey.lastIndexOf('@') + 1);
    const [answer, checks] = await Promise.all([
      this.probe.both(connection),
      this.domains.of(domain, row.dkimSelector),
    ]);
    await this.database.inWorkspace(reader.scope, () =>
      this.mailboxes.keepChecks(id, JSON.stringify(checks), this.clock.now()),
    );
    return { ...answer, domain: checks };
  }
}

function refusalOf(refused: string): AppError {
  if (refused === 'token_refused') return new AppError('mailbox.token_refused');
  return new AppError(
    refused === 'token_unavailable' ? 'mailbox.token_unavailable' : 'mailbox.secret_unreadable',
  );
}
