import { Module } from '@nestjs/common';

/** Mailboxes of the team: connecting them, their caps and windows, what is known of their domains. */
@Module({})
export class MailboxesModule {}
