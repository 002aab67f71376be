import { Module } from '@nestjs/common';

/** Mails that come in: reading, telling what they are, conversations and what follows from them. */
@Module({})
export class InboxModule {}
