import { Injectable } from '@nestjs/common';
import type { CorrectedKind } from '../../core/inbox/inbox.js';
import { AppError } from '../../platform/errors/app-error.js';
import type { Principal } from '../../platform/http/principal.js';
import type { ConversationDetail } from './conversation-detail.dto.js';

/** What people say a mail is, instead of what it was taken for. */
@Injectable()
export class Corrections {
  correct(_who: Principal, id: string, _kind: CorrectedKind): Promise<ConversationDetail> {
    return Promise.reject(new AppError('inbound.not_found', { id }));
  }

  decideOptOut(_who: Principal, id: string, _answer: 'suppress' | 'ignore'): Promise<ConversationDetail> {
    return Promise.reject(new AppError('inbound.not_found', { id }));
  }
}
