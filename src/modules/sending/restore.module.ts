import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { MailboxesModule } from '../mailboxes/mailboxes.module.js';
import { ClaimsRepository } from './claims.repository.js';
import { MailNews } from './mail-news.js';
import { RestoreControl } from './restore-control.repository.js';
import { RestoreGuard } from './restore-guard.service.js';
import { RestoreMails } from './restore-mails.repository.js';
import { RestoreMeans, RestoreReconciling } from './restore-reconciling.service.js';

/** What keeps a database that was put back from sending what left already. */
@Module({
  imports: [AccessModule, MailboxesModule],
  providers: [
    ClaimsRepository,
    MailNews,
    RestoreControl,
    RestoreGuard,
    RestoreMails,
    RestoreMeans,
    RestoreReconciling,
  ],
  exports: [RestoreGuard, RestoreReconciling],
})
export class RestoreModule {}
