import { Injectable } from '@nestjs/common';
import { AppError } from '../../platform/errors/app-error.js';
import type { Principal } from '../../platform/http/principal.js';
import type { ConversationReply, ReplySent } from './conversations.dto.js';

/** Answers from the screen, in the thread. */
@Injectable()
export class ConversationReplies {
  reply(_who: Principal, id: string, _wish: ConversationReply): Promise<ReplySent> {
    return Promise.reject(new AppError('conversation.not_found', { id }));
  }
}
