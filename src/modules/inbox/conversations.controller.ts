import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { Rights } from '../../platform/http/decorators.js';
import { IdParam } from '../../platform/http/id-param.js';
import { Principal } from '../../platform/http/principal.js';
import { ConversationActs } from './conversation-acts.service.js';
import { ConversationDetail } from './conversation-detail.dto.js';
import { ConversationReplies } from './conversation-replies.service.js';
import {
  ConversationAssignment,
  ConversationList,
  ConversationListQuery,
  ConversationMatch,
  ConversationReply,
  ConversationResume,
  ConversationSnooze,
  InboxCounts,
  MatchSuggestions,
  NewConversationNote,
  ReplySent,
} from './conversations.dto.js';
import { ConversationsService } from './conversations.service.js';

@Controller('conversations')
export class ConversationsController {
  constructor(
    private readonly conversations: ConversationsService,
    private readonly acts: ConversationActs,
    private readonly replies: ConversationReplies,
  ) {}

  /** Conversations, the one with the newest mail first. */
  @Get()
  @Rights('read')
  listConversations(
    @Principal() who: Principal,
    @Query() query: ConversationListQuery,
  ): Promise<ConversationList> {
    return this.conversations.list(who, query);
  }

  /** A conversation with its mails, oldest first. Reading it here changes no flag in the mailbox. */
  @Get(':id')
  @Rights('read')
  getConversation(@Principal() who: Principal, @IdParam() id: string): Promise<ConversationDetail> {
    return this.conversations.get(who, id);
  }

  /** What an unmatched conversation may belong to, the likeliest first. */
  @Get(':id/suggestions')
  @Rights('read')
  suggestMatches(@Principal() who: Principal, @IdParam() id: string): Promise<MatchSuggestions> {
    return this.conversations.suggestions(who, id);
  }

  /** Answers in the thread. A person who must not be mailed can be answered once. */
  @Post(':id/reply')
  @Rights('write')
  replyToConversation(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: ConversationReply,
  ): Promise<ReplySent> {
    return this.replies.reply(who, id, body);
  }

  @Post(':id/assign')
  @HttpCode(200)
  @Rights('write')
  assignConversation(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: ConversationAssignment,
  ): Promise<ConversationDetail> {
    return this.acts.assign(who, id, body.memberId ?? null);
  }

  /** Puts it off until a moment; a mail that comes in brings it back at once. */
  @Post(':id/snooze')
  @HttpCode(200)
  @Rights('write')
  snoozeConversation(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: ConversationSnooze,
  ): Promise<ConversationDetail> {
    return this.acts.snooze(who, id, body.until ?? null);
  }

  @Post(':id/done')
  @HttpCode(200)
  @Rights('write')
  finishConversation(@Principal() who: Principal, @IdParam() id: string): Promise<ConversationDetail> {
    return this.acts.finish(who, id);
  }

  @Post(':id/reopen')
  @HttpCode(200)
  @Rights('write')
  reopenConversation(@Principal() who: Principal, @IdParam() id: string): Promise<ConversationDetail> {
    return this.acts.reopen(who, id);
  }

  @Post(':id/notes')
  @Rights('write')
  noteOnConversation(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: NewConversationNote,
  ): Promise<ConversationDetail> {
    return this.acts.note(who, id, body.text);
  }

  /** Says where a conversation belongs; what its mails mean is done for that pitch, site and person now. */
  @Post(':id/match')
  @HttpCode(200)
  @Rights('write')
  matchConversation(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: ConversationMatch,
  ): Promise<ConversationDetail> {
    return this.acts.match(who, id, body);
  }

  /** Lets a sequence go on that stands still because of this conversation. */
  @Post(':id/resume')
  @HttpCode(200)
  @Rights('write')
  resumeFromConversation(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: ConversationResume,
  ): Promise<ConversationDetail> {
    return this.acts.resume(who, id, body.enrollmentId);
  }
}

@Controller('inbox')
export class InboxController {
  constructor(private readonly conversations: ConversationsService) {}

  /** How many conversations stand where. */
  @Get('counts')
  @Rights('read')
  countInbox(@Principal() who: Principal): Promise<InboxCounts> {
    return this.conversations.counts(who);
  }

  /** Lets every mailbox be read now instead of at its next turn. */
  @Post('poll')
  @HttpCode(202)
  @Rights('write')
  async pollInbox(@Principal() who: Principal): Promise<void> {
    await this.conversations.poll(who);
  }
}
