import { Injectable } from '@nestjs/common';
import { AppError } from '../../platform/errors/app-error.js';
import type { Principal } from '../../platform/http/principal.js';
import type { ConversationDetail } from './conversation-detail.dto.js';
import type { ConversationMatch } from './conversations.dto.js';

/** What people do with conversations. */
@Injectable()
export class ConversationActs {
  assign(_who: Principal, id: string, _memberId: string | null): Promise<ConversationDetail> {
    return Promise.reject(new AppError('conversation.not_found', { id }));
  }
  snooze(_who: Principal, id: string, _until: string | null): Promise<ConversationDetail> {
    return Promise.reject(new AppError('conversation.not_found', { id }));
  }
  finish(_who: Principal, id: string): Promise<ConversationDetail> {
    return Promise.reject(new AppError('conversation.not_found', { id }));
  }
  reopen(_who: Principal, id: string): Promise<ConversationDetail> {
    return Promise.reject(new AppError('conversation.not_found', { id }));
  }
  note(_who: Principal, id: string, _text: string): Promise<ConversationDetail> {
    return Promise.reject(new AppError('conversation.not_found', { id }));
  }
  match(_who: Principal, id: string, _wish: ConversationMatch): Promise<ConversationDetail> {
    return Promise.reject(new AppError('conversation.not_found', { id }));
  }
  resume(_who: Principal, id: string, _enrollmentId: string): Promise<ConversationDetail> {
    return Promise.reject(new AppError('conversation.not_found', { id }));
  }
}
