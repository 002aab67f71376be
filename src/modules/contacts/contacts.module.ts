import { Module } from '@nestjs/common';

/** Contacts with their addresses, places and grounds for mailing. */
@Module({})
export class ContactsModule {}
