import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type OauthProvider } from '../../core/mailboxes/mail-providers.js';
import { authorizeAddress, endpointsOf } from '../../core/mailboxes/oauth.js';
import { Clock } from '../../platform/clock/clock.js';
import { KeyRing } from '../../platform/crypto/key-ring.js';
import { newSecret, sha256 } from '../../platform/crypto/secrets.js';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors/app-error.js';
import { addressOf } from './connection-rules.js';
import { type MailboxReader, mayChange } from './mailbox-view.js';
import { MailboxesService } from './mailboxes.service.js';
import type { SignInStart, SignInWish } from './oauth.dto.js';
import { OauthAppsRepository } from './oauth-apps.repository.js';
import { OauthApps } from './oauth-apps.service.js';
import type { SignInFacts } from './sign-in-facts.js';

/** A person must come back within so long. */
const OPEN_MS = 10 * 60_000;
const STATE_FIELD = 'oauth_states.verifier';

/** A sign-in that came back: who started it, with what, and the verifier of its challenge. */
export interface OpenedSignIn {
  readonly provider: OauthProvider;
  readonly verifier: string;
  readonly facts: SignInFacts;
}

/** Signing in with a provider: sent there with state and challenge (RFC 6749, RFC 7636), recognised when the person comes back. */
@Injectable()
export class OauthSignIn {
  constructor(
    private readonly database: Database,
    private readonly rows: OauthAppsRepository,
    private readonly apps: OauthApps,
    private readonly mailboxes: MailboxesService,
    private readonly ring: KeyRing,
    private readonly clock: Clock,
  ) {}

  /** Throws `mailbox.app_missing`, `mailbox.app_incomplete`, `mailbox.address_invalid`, `mailbox.not_yours`. */
  async start(reader: MailboxReader, memberId: string, wish: SignInWish): Promise<SignInStart> {
    const { workspaceId } = reader.scope;
    const app = await this.apps.opened(reader.scope, wish.provider);
    const endpoints = endpointsOf(app);
    const facts = await this.factsOf(reader, memberId, wish);
    const state = newSecret();
    const verifier = newSecret();
    const url =
      endpoints &&
      authorizeAddress(endpoints, {
        clientId: app.clientId,
        redirectUri: this.apps.redirectUri,
        state,
        challenge: createHash('sha256').update(verifier).digest('base64url'),
        loginHint: facts.address,
      });
    if (url === null) throw new AppError('mailbox.app_incomplete');
    const sealedVerifier = await this.ring.seal(verifier, { workspaceId, field: STATE_FIELD });
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + OPEN_MS);
    const row = {
      userId: reader.userId,
      provider: wish.provider,
      sealedVerifier,
      expiresAt,
      facts: { ...facts },
    };
    await this.database.inWorkspace(reader.scope, () => this.rows.start(sha256(state), row, now));
    return { url };
  }

  /** The sign-in that was started with this state by this person; it is used up. Throws `mailbox.sign_in_expired`. */
  async take(reader: MailboxReader, state: string): Promise<OpenedSignIn> {
    const { workspaceId } = reader.scope;
    const row = await this.database.inWorkspace(reader.scope, () => this.rows.take(sha256(state)));
    if (row === null || row.userId !== reader.userId || row.expiresAt <= this.clock.now())
      throw new AppError('mailbox.sign_in_expired');
    const verifier = await this.ring.open(row.sealedVerifier, { workspaceId, field: STATE_FIELD });
    if (verifier === null) throw new AppError('mailbox.sign_in_expired');
    return { provider: row.provider, verifier, facts: row.facts as unknown as SignInFacts };
  }

  private async factsOf(reader: MailboxReader, memberId: string, wish: SignInWish): Promise<SignInFacts> {
    const { mailboxId = null, clientIds = null, readHistory = null, smtp = null, imap = null } = wish;
    const address =
      mailboxId === null
        ? newAddress(wish, smtp !== null && imap !== null)
        : await this.known(reader, mailboxId, wish.provider);
    return { memberId, address, mailboxId, clientIds, readHistory, smtp, imap };
  }

  /** The address of a mailbox that is signed in to anew. */
  private known(reader: MailboxReader, id: string, provider: OauthProvider): Promise<string> {
    return this.database.inWorkspace(reader.scope, async () => {
      await this.mailboxes.view(reader, id);
      const row = await this.mailboxes.one(id);
      if (!mayChange(row, reader)) throw new AppError('mailbox.not_yours');
      if (row.signIn !== provider || row.archivedAt !== null) throw new AppError('mailbox.not_found', { id });
      return row.address;
    });
  }
}

/** The address of a new mailbox, where the person gave it. Throws `mailbox.app_incomplete` when nobody said where an own provider's servers are. */
function newAddress({ provider, address }: SignInWish, hasServers: boolean): string | null {
  if (provider === 'custom' && !hasServers) throw new AppError('mailbox.app_incomplete');
  return address === undefined ? null : addressOf(address).address;
}
