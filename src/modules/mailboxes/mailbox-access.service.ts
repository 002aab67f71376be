import { Injectable } from '@nestjs/common';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import type { MailFault, MailServer } from '../../platform/mail/smtp-settings.js';

/** Why a mailbox cannot be used this moment; `catcher` has no server at all. */
export type AccessRefusal =
  | 'mailbox_unknown'
  | 'catcher'
  | 'secret_unreadable'
  | 'token_refused'
  | 'token_unavailable'
  | MailFault;

/** A checked server with its credentials, or why there is none. */
export type MailAccess = MailServer | { readonly refused: AccessRefusal };

/**
 * The one way to a mailbox's servers: addresses checked, secrets opened, tokens fresh. Call it outside of a transaction (it asks
 * the network); nothing it answers may be kept longer than the session it is for.
 */
@Injectable()
export class MailboxAccess {
  /** The server mail is handed to. */
  smtp(_scope: WorkspaceScope, _mailboxId: string): Promise<MailAccess> {
    return Promise.resolve({ refused: 'mailbox_unknown' });
  }

  /** The server mail is read from. */
  imap(_scope: WorkspaceScope, _mailboxId: string): Promise<MailAccess> {
    return Promise.resolve({ refused: 'mailbox_unknown' });
  }
}
