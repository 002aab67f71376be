import { Injectable } from '@nestjs/common';
import { AppError } from '../../platform/errors/app-error.js';
import type { Principal } from '../../platform/http/principal.js';
import type { ConversationDetail } from './conversation-detail.dto.js';
import type { TermsFromMail } from './inbound-messages.dto.js';

/** Words that look like terms: recorded by a person, or laid aside. */
@Injectable()
export class OfferedTerms {
  record(_who: Principal, id: string, _wish: TermsFromMail): Promise<ConversationDetail> {
    return Promise.reject(new AppError('inbound.not_found', { id }));
  }

  dismiss(_who: Principal, id: string): Promise<ConversationDetail> {
    return Promise.reject(new AppError('inbound.not_found', { id }));
  }
}
