import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { type Principal, scopeOf } from '../../platform/http/principal.js';
import type { ConversationDetail } from './conversation-detail.dto.js';
import { ConversationLists } from './conversation-list.query.js';
import { ConversationViews } from './conversation-views.js';
import type {
  ConversationList,
  ConversationListQuery,
  InboxCounts,
  MatchSuggestions,
} from './conversations.dto.js';
import { InboxPolls } from './inbox-polls.service.js';
import { MatchSuggestionsQuery } from './suggestions.query.js';

const LATELY_MS = 60 * 86_400_000;

/** Conversations as lists and pages show them. */
@Injectable()
export class ConversationsService {
  constructor(
    private readonly database: Database,
    private readonly lists: ConversationLists,
    private readonly views: ConversationViews,
    private readonly suggested: MatchSuggestionsQuery,
    private readonly polls: InboxPolls,
    private readonly clock: Clock,
  ) {}

  list(who: Principal, asked: ConversationListQuery): Promise<ConversationList> {
    return this.database.inWorkspace(scopeOf(who), () => this.lists.page(asked, who.memberId));
  }

  /** Throws `conversation.not_found`. */
  get(who: Principal, id: string): Promise<ConversationDetail> {
    return this.database.inWorkspace(scopeOf(who), () => this.views.get(id, who.locale));
  }

  /** Throws `conversation.not_found`. */
  suggestions(who: Principal, id: string): Promise<MatchSuggestions> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      await this.views.get(id, who.locale);
      const since = new Date(this.clock.now().getTime() - LATELY_MS);
      return { items: await this.suggested.of(id, since) };
    });
  }

  counts(who: Principal): Promise<InboxCounts> {
    return this.database.inWorkspace(scopeOf(who), () => this.lists.counts());
  }

  /** Lets every mailbox of the workspace be looked into now. */
  poll(who: Principal): Promise<void> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const mailboxes = await this.database
        .manager()
        .query<{ id: string }[]>('select id from mailboxes where archived_at is null');
      for (const { id } of mailboxes) await this.polls.ask(id);
    });
  }
}
