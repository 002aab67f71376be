import { Module } from '@nestjs/common';
import { MailboxesModule } from '../mailboxes/mailboxes.module.js';
import { ClaimsRepository } from './claims.repository.js';
import { DoubtBreaker } from './doubt-breaker.js';
import { Doubts } from './doubts.js';
import { DoubtsRepository } from './doubts.repository.js';
import { HoldsRepository } from './holds.repository.js';
import { LastWordModule } from './last-word.module.js';
import { MailClaims } from './mail-claims.js';
import { DeliveryTools, MailDelivery } from './mail-delivery.js';
import { MailNews } from './mail-news.js';
import { MailSettling } from './mail-settling.js';
import { MailboxStrikes } from './mailbox-strikes.repository.js';
import { Orphans } from './orphans.js';
import { OutboundRepository } from './outbound.repository.js';
import { OutboundMessages } from './outbound-messages.service.js';
import { SenderChores } from './sender-chores.js';
import { SenderLock } from './sender-lock.js';
import { SenderTools, SenderWorker } from './sender-worker.js';
import { SendingTimes } from './sending-times.js';
import { SentCopies } from './sent-copies.js';
import { SentLooks } from './sent-looks.js';
import { StoppedMails } from './stopped-mails.js';

/** The sender: claims, the exchange with servers, doubts, copies in Sent. A worker starts it; whoever writes mails only adds rows. */
@Module({
  imports: [MailboxesModule, LastWordModule],
  providers: [
    ClaimsRepository,
    DeliveryTools,
    DoubtBreaker,
    Doubts,
    DoubtsRepository,
    HoldsRepository,
    MailClaims,
    MailDelivery,
    MailNews,
    MailSettling,
    MailboxStrikes,
    Orphans,
    OutboundMessages,
    OutboundRepository,
    SenderChores,
    SenderLock,
    SenderTools,
    SenderWorker,
    SendingTimes,
    SentCopies,
    SentLooks,
    StoppedMails,
  ],
  exports: [
    ClaimsRepository,
    DoubtsRepository,
    HoldsRepository,
    MailNews,
    OutboundMessages,
    OutboundRepository,
    SenderWorker,
  ],
})
export class SenderModule {}
