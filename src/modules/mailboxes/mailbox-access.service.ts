import { Injectable } from '@nestjs/common';
import { secretField } from '../../core/mailboxes/mailbox.js';
import { Clock } from '../../platform/clock/clock.js';
import { KeyRing } from '../../platform/crypto/key-ring.js';
import { Database } from '../../platform/database/database.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { MailGuard, type MailPlace } from '../../platform/mail/mail-guard.js';
import type { MailAuth, MailFault, MailServer } from '../../platform/mail/smtp-settings.js';
import type { MailboxRow } from './mailbox-rows.js';
import { MailboxesRepository } from './mailboxes.repository.js';
import { TokenKeeper } from './token-keeper.js';

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

/** What one signs in with, or why not. */
export type AuthAnswer = MailAuth | { readonly refused: AccessRefusal };

/**
 * The one way to a mailbox's servers: addresses checked, secrets opened, tokens fresh. Call it outside of a transaction (it asks
 * the network); nothing it answers may be kept longer than the session it is for.
 */
@Injectable()
export class MailboxAccess {
  constructor(
    private readonly database: Database,
    private readonly mailboxes: MailboxesRepository,
    private readonly ring: KeyRing,
    private readonly guard: MailGuard,
    private readonly tokens: TokenKeeper,
    private readonly clock: Clock,
  ) {}

  /** The server mail is handed to. */
  smtp(scope: WorkspaceScope, mailboxId: string): Promise<MailAccess> {
    return this.server(scope, mailboxId, ({ smtpHost, smtpPort, smtpSecurity }) => ({
      host: smtpHost,
      port: smtpPort,
      security: smtpSecurity,
    }));
  }

  /** The server mail is read from. */
  imap(scope: WorkspaceScope, mailboxId: string): Promise<MailAccess> {
    return this.server(scope, mailboxId, ({ imapHost, imapPort, imapSecurity }) => ({
      host: imapHost,
      port: imapPort,
      security: imapSecurity,
    }));
  }

  /** The credentials of a mailbox, tokens made fresh. */
  async auth(scope: WorkspaceScope, row: MailboxRow): Promise<AuthAnswer> {
    if (row.signIn !== 'password') {
      const answer = await this.tokens.fresh(scope, row.id);
      return 'refused' in answer ? answer : { user: row.userName, accessToken: answer.accessToken };
    }
    if (row.sealedSecret === null) return { refused: 'secret_unreadable' };
    const place = { workspaceId: scope.workspaceId, field: secretField(row.id) };
    const pass = await this.ring.open(row.sealedSecret, place);
    return pass === null ? { refused: 'secret_unreadable' } : { user: row.userName, pass };
  }

  private async server(
    scope: WorkspaceScope,
    mailboxId: string,
    placeOf: (row: MailboxRow) => MailPlace,
  ): Promise<MailAccess> {
    const row = await this.database.inWorkspace(scope, () =>
      this.mailboxes.find(mailboxId, this.clock.now()),
    );
    if (row === null || row.archivedAt !== null) return { refused: 'mailbox_unknown' };
    if (row.signIn === 'catcher') return { refused: 'catcher' };
    const place = placeOf(row);
    const checked = await this.guard.server(place);
    if (!checked.ok) return { refused: checked.code };
    const auth = await this.auth(scope, row);
    if ('refused' in auth) return auth;
    const { host, servername, trusted } = checked;
    return { host, servername, trusted, port: place.port, security: place.security, auth };
  }
}
