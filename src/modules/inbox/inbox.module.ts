import { Module } from '@nestjs/common';
import { ConversationActs } from './conversation-acts.service.js';
import { ConversationReplies } from './conversation-replies.service.js';
import { ConversationsController, InboxController } from './conversations.controller.js';
import { ConversationsService } from './conversations.service.js';
import { Corrections } from './corrections.service.js';
import { InboundMessagesController } from './inbound-messages.controller.js';
import { MailPages } from './mail-pages.service.js';
import { OfferedTerms } from './offered-terms.service.js';

/** Mails that come in: reading, telling what they are, conversations and what follows from them. */
@Module({
  controllers: [ConversationsController, InboxController, InboundMessagesController],
  providers: [
    ConversationActs,
    ConversationReplies,
    ConversationsService,
    Corrections,
    MailPages,
    OfferedTerms,
  ],
})
export class InboxModule {}
