import { Module } from '@nestjs/common';
import { ContactsModule } from '../contacts/contacts.module.js';
import { ProspectsModule } from '../prospects/prospects.module.js';
import { LastWordQuery } from './last-word.query.js';
import { LastWordService } from './last-word.service.js';
import { LastWordCounts } from './last-word-counts.repository.js';
import { LastWordLoading } from './last-word-loading.js';

/** The last word before a mail leaves. */
@Module({
  imports: [ContactsModule, ProspectsModule],
  providers: [LastWordCounts, LastWordLoading, LastWordQuery, LastWordService],
  exports: [LastWordService],
})
export class LastWordModule {}
