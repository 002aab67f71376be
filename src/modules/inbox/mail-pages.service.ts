import { Injectable } from '@nestjs/common';
import { AppError } from '../../platform/errors/app-error.js';
import type { Principal } from '../../platform/http/principal.js';

/** Mails as pages that nothing runs in. */
@Injectable()
export class MailPages {
  /** Throws `inbound.not_found`, `inbound.no_html`. */
  page(_who: Principal, id: string): Promise<string> {
    return Promise.reject(new AppError('inbound.not_found', { id }));
  }
}
