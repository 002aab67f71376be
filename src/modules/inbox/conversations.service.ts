import { Injectable } from '@nestjs/common';
import { AppError } from '../../platform/errors/app-error.js';
import type { Principal } from '../../platform/http/principal.js';
import type { ConversationDetail } from './conversation-detail.dto.js';
import type {
  ConversationList,
  ConversationListQuery,
  InboxCounts,
  MatchSuggestions,
} from './conversations.dto.js';

/** Conversations as lists and pages show them. */
@Injectable()
export class ConversationsService {
  list(_who: Principal, _asked: ConversationListQuery): Promise<ConversationList> {
    return Promise.resolve({ items: [], nextCursor: null, total: 0, totalIsExact: true });
  }
  get(_who: Principal, id: string): Promise<ConversationDetail> {
    return Promise.reject(new AppError('conversation.not_found', { id }));
  }
  suggestions(_who: Principal, id: string): Promise<MatchSuggestions> {
    return Promise.reject(new AppError('conversation.not_found', { id }));
  }
  counts(_who: Principal): Promise<InboxCounts> {
    return Promise.resolve({ toAnswer: 0, waiting: 0, unmatched: 0, other: 0, done: 0, snoozed: 0 });
  }
  poll(_who: Principal): Promise<void> {
    return Promise.resolve();
  }
}
