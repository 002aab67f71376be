import { Module } from '@nestjs/common';
import { MailModule } from '../../platform/mail/mail.module.js';
import { AccessModule } from '../access/access.module.js';
import { MailCatcherController } from './catcher.controller.js';
import { CatcherService } from './catcher.service.js';
import { CaughtMailsQuery } from './caught-mails.query.js';
import { DomainChecking } from './domain-checking.service.js';
import { DomainMeans } from './domain-means.js';
import { MailboxAccess } from './mailbox-access.service.js';
import { MailboxChanging } from './mailbox-changing.service.js';
import { MailboxChecks } from './mailbox-checks.service.js';
import { MailboxConnecting } from './mailbox-connecting.service.js';
import { MailboxKeeping } from './mailbox-keeping.js';
import { MailboxListeners } from './mailbox-listeners.js';
import { MailboxProbe } from './mailbox-probe.js';
import { MailboxRenewing } from './mailbox-renewing.js';
import { MailboxTrials } from './mailbox-trials.js';
import { MailboxesController } from './mailboxes.controller.js';
import { MailboxesRepository } from './mailboxes.repository.js';
import { MailboxesService } from './mailboxes.service.js';
import { OauthController } from './oauth.controller.js';
import { OauthAppsRepository } from './oauth-apps.repository.js';
import { OauthApps } from './oauth-apps.service.js';
import { OauthConnecting } from './oauth-connecting.service.js';
import { OauthSignIn } from './oauth-sign-in.service.js';
import { OauthTokens } from './oauth-tokens.js';
import { TokenKeeper } from './token-keeper.js';
import { TokenRows } from './token-rows.repository.js';

/** Mailboxes of the team: connecting them, their caps and windows, what is known of their domains. */
@Module({
  imports: [AccessModule, MailModule],
  controllers: [MailCatcherController, OauthController, MailboxesController],
  providers: [
    CatcherService,
    CaughtMailsQuery,
    DomainChecking,
    DomainMeans,
    MailboxAccess,
    MailboxChanging,
    MailboxChecks,
    MailboxConnecting,
    MailboxKeeping,
    MailboxListeners,
    MailboxProbe,
    MailboxTrials,
    MailboxRenewing,
    MailboxesRepository,
    MailboxesService,
    OauthApps,
    OauthAppsRepository,
    OauthConnecting,
    OauthSignIn,
    OauthTokens,
    TokenKeeper,
    TokenRows,
  ],
  exports: [CatcherService, MailboxAccess, MailboxesService],
})
export class MailboxesModule {}
