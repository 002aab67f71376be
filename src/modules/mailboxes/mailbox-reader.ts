import { may } from '../../core/access/roles.js';
import { type Principal, scopeOf } from '../../platform/http/principal.js';
import type { MailboxReader } from './mailbox-view.js';

/** Somebody who acts, as far as mailboxes must know. */
export function readerOf(who: Principal): MailboxReader {
  return { userId: who.userId, isManager: may(who.role, 'manage'), scope: scopeOf(who) };
}
