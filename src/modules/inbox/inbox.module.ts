import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { CampaignsModule } from '../campaigns/campaigns.module.js';
import { ContactsModule } from '../contacts/contacts.module.js';
import { MailboxesModule } from '../mailboxes/mailboxes.module.js';
import { ProspectsModule } from '../prospects/prospects.module.js';
import { SendingModule } from '../sending/sending.module.js';
import { SequencesModule } from '../sequences/sequences.module.js';
import { TasksModule } from '../tasks/tasks.module.js';
import { ActParts, ConversationActs } from './conversation-acts.service.js';
import { ConversationDetails } from './conversation-detail.query.js';
import { ConversationLists } from './conversation-list.query.js';
import { ConversationMatching } from './conversation-matching.js';
import { ConversationNotes } from './conversation-notes.repository.js';
import { ConversationReplies } from './conversation-replies.service.js';
import { ConversationRows } from './conversation-rows.repository.js';
import { ConversationViews } from './conversation-views.js';
import { ConversationsController, InboxController } from './conversations.controller.js';
import { ConversationsService } from './conversations.service.js';
import { CorrectionParts } from './correction-parts.js';
import { Corrections } from './corrections.service.js';
import { FolderReader } from './folder-reader.js';
import { FolderRows } from './folder-rows.repository.js';
import { HistoryKeeping } from './history-keeping.js';
import { HistoryReader } from './history-reader.js';
import { HistoryRows } from './history-rows.repository.js';
import { InboundDone } from './inbound-done.repository.js';
import { InboundIntake, IntakeParts } from './inbound-intake.service.js';
import { InboundMessagesController } from './inbound-messages.controller.js';
import { InboundRows } from './inbound-rows.repository.js';
import { InboxMailReader } from './inbox-mail-reader.js';
import { InboxPolls } from './inbox-polls.service.js';
import { InboxWorker, READING_LIMITS_TOKEN } from './inbox-worker.js';
import { MailConversations } from './mail-conversations.js';
import { MailEffects } from './mail-effects.js';
import { MailFacts } from './mail-facts.js';
import { MailMatching } from './mail-matching.js';
import { MailNews } from './mail-news.js';
import { MailPages } from './mail-pages.service.js';
import { MailSurroundings } from './mail-surroundings.query.js';
import { MailboxLeases } from './mailbox-leases.repository.js';
import { MailboxRound } from './mailbox-round.js';
import { OfferedTerms } from './offered-terms.service.js';
import { OneMail } from './one-mail.js';
import { OutboundFacts } from './outbound-facts.query.js';
import { READING_LIMITS } from './reading-limits.js';
import { RedoingParts, RedoneMails } from './redone-mails.js';
import { Snoozes } from './snoozes.js';
import { MatchSuggestionsQuery } from './suggestions.query.js';
import { ThreadQuery } from './thread.query.js';
import { UndoneEffects } from './undone-effects.js';

/** Mails that come in: reading, telling what they are, conversations and what follows from them. */
@Module({
  imports: [
    AccessModule,
    CampaignsModule,
    ContactsModule,
    MailboxesModule,
    ProspectsModule,
    SendingModule,
    SequencesModule,
    TasksModule,
  ],
  controllers: [ConversationsController, InboxController, InboundMessagesController],
  providers: [
    ActParts,
    ConversationActs,
    ConversationDetails,
    ConversationLists,
    ConversationMatching,
    ConversationNotes,
    ConversationReplies,
    ConversationRows,
    ConversationViews,
    ConversationsService,
    CorrectionParts,
    Corrections,
    FolderReader,
    FolderRows,
    HistoryKeeping,
    HistoryReader,
    HistoryRows,
    InboundDone,
    InboundIntake,
    InboundRows,
    InboxMailReader,
    InboxPolls,
    InboxWorker,
    IntakeParts,
    MailConversations,
    MailEffects,
    MailFacts,
    MailMatching,
    MailNews,
    MailPages,
    MailSurroundings,
    MailboxLeases,
    MailboxRound,
    MatchSuggestionsQuery,
    OfferedTerms,
    OneMail,
    OutboundFacts,
    RedoingParts,
    RedoneMails,
    Snoozes,
    ThreadQuery,
    UndoneEffects,
    { provide: READING_LIMITS_TOKEN, useValue: READING_LIMITS },
  ],
  exports: [InboxWorker],
})
export class InboxModule {}
