import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { MailModule } from '../../platform/mail/mail.module.js';
import { AccessModule } from '../access/access.module.js';
import { ApprovalsModule } from '../approvals/approvals.module.js';
import { ClientsModule } from '../clients/clients.module.js';
import { PlacementsModule } from '../placements/placements.module.js';
import { ApprovalNews } from './approval-news.js';
import { DigestService } from './digest.service.js';
import { InvitationLetters } from './invitation-letters.js';
import { MailController } from './mail.controller.js';
import { MailService } from './mail.service.js';
import { MailWaiting } from './mail-waiting.query.js';
import { NotificationEntity } from './notification.entity.js';
import { NotificationsController } from './notifications.controller.js';
import { NotificationsRepository } from './notifications.repository.js';
import { NotificationsService } from './notifications.service.js';
import { PlacementsInBrief } from './placements-in-brief.query.js';
import { AlertRounds } from './rounds.js';
import { SystemMailEntity } from './system-mail.entity.js';
import { SystemMailService } from './system-mail.service.js';
import { SystemMailsRepository } from './system-mails.repository.js';
import { TellingService } from './telling.service.js';
import { TodayController } from './today.controller.js';
import { TodayService } from './today.service.js';

/** The bell, the daily digest, and the small queue of system mail. */
@Module({
  imports: [
    TypeOrmModule.forFeature([NotificationEntity, SystemMailEntity]),
    AccessModule,
    ApprovalsModule,
    ClientsModule,
    MailModule,
    PlacementsModule,
  ],
  controllers: [NotificationsController, MailController, TodayController],
  providers: [
    AlertRounds,
    ApprovalNews,
    DigestService,
    InvitationLetters,
    MailService,
    MailWaiting,
    NotificationsRepository,
    NotificationsService,
    PlacementsInBrief,
    SystemMailService,
    SystemMailsRepository,
    TellingService,
    TodayService,
  ],
})
export class AlertsModule {}
