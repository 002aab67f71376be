import { Module } from '@nestjs/common';
import { MailboxAccess } from './mailbox-access.service.js';

/** Mailboxes of the team: connecting them, their caps and windows, what is known of their domains. */
@Module({ providers: [MailboxAccess], exports: [MailboxAccess] })
export class MailboxesModule {}
