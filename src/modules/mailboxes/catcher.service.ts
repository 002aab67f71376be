import { Injectable } from '@nestjs/common';
import { readMailAddress } from '../../core/contacts/mail-address.js';
import { catcherAddress } from '../../core/mailboxes/mailbox.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import { AppError } from '../../platform/errors/app-error.js';
import { TeamService } from '../access/team.service.js';
import type { CatcherQuery, CaughtMails } from './catcher.dto.js';
import { CaughtMailsQuery } from './caught-mails.query.js';
import { MailboxKeeping, NO_SERVER } from './mailbox-keeping.js';
import type { MailboxReader } from './mailbox-view.js';
import type { MailboxView } from './mailbox-views.dto.js';
import { MailboxesRepository } from './mailboxes.repository.js';
import { MailboxesService } from './mailboxes.service.js';

/** The built-in catcher: a mailbox without a server, so that everything can be tried before a real one is connected. */
@Injectable()
export class CatcherService {
  constructor(
    private readonly database: Database,
    private readonly mailboxes: MailboxesRepository,
    private readonly service: MailboxesService,
    private readonly keeping: MailboxKeeping,
    private readonly team: TeamService,
    private readonly caught: CaughtMailsQuery,
    private readonly clock: Clock,
  ) {}

  /** The catcher of a member; made when there is none yet. */
  ensure(reader: MailboxReader, memberId: string): Promise<MailboxView> {
    return this.database.inWorkspace(reader.scope, async () => {
      const id = (await this.mailboxes.catcherOf(memberId)) ?? (await this.make(memberId));
      return this.service.view(reader, id);
    });
  }

  /** Mails that catchers kept, newest first. */
  list(reader: MailboxReader, asked: CatcherQuery): Promise<CaughtMails> {
    return this.database.inWorkspace(reader.scope, () => this.caught.page(asked));
  }

  private async make(memberId: string): Promise<string> {
    const member = (await this.team.team()).find((one) => one.memberId === memberId);
    const read = readMailAddress(member?.email ?? '');
    if (member === undefined || !read.ok) throw new AppError('mailbox.address_invalid');
    const isTaken = await this.mailboxes.hasAddress(read.mail.key);
    const id = newId(this.clock.now());
    await this.keeping.keep({
      id,
      address: catcherAddress(read.mail.address, isTaken),
      addressKey: catcherAddress(read.mail.key, isTaken),
      memberId,
      signIn: 'catcher',
      smtp: NO_SERVER,
      imap: NO_SERVER,
      userName: '',
      sealedSecret: null,
      tokenExpiresAt: null,
      settings: { senderName: member.name },
      history: 'done',
      checks: null,
    });
    return id;
  }
}
