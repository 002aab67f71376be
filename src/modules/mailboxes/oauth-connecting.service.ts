import { Injectable } from '@nestjs/common';
import { proposeSettings } from '../../core/mailboxes/mail-providers.js';
import { secretField } from '../../core/mailboxes/mailbox.js';
import type { Tokens } from '../../core/mailboxes/oauth.js';
import { Clock } from '../../platform/clock/clock.js';
import { KeyRing } from '../../platform/crypto/key-ring.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import { AppError } from '../../platform/errors/app-error.js';
import { addressOf, refuseFaults } from './connection-rules.js';
import { DomainMeans } from './domain-means.js';
import { type KeptTokens, sealTokens } from './kept-tokens.js';
import { MailboxKeeping } from './mailbox-keeping.js';
import type { Connection } from './mailbox-probe.js';
import { MailboxRenewing } from './mailbox-renewing.js';
import { MailboxTrials } from './mailbox-trials.js';
import type { MailboxReader } from './mailbox-view.js';
import type { OpenedSignIn } from './oauth-sign-in.service.js';

/** What came of a sign-in: the account's address, its tokens and its servers, tried with them. */
interface SignedIn {
  readonly address: string;
  readonly tokens: KeptTokens;
  readonly expiresAt: Date;
  readonly connection: Connection;
}

/** Connects a mailbox by the tokens of its provider: both servers are tried with them before anything is kept. */
@Injectable()
export class OauthConnecting {
  constructor(
    private readonly database: Database,
    private readonly keeping: MailboxKeeping,
    private readonly renewing: MailboxRenewing,
    private readonly trials: MailboxTrials,
    private readonly domains: DomainMeans,
    private readonly ring: KeyRing,
    private readonly clock: Clock,
  ) {}

  /** Answers the id of the mailbox. Throws what connecting throws, and `mailbox.sign_in_refused` without a refresh token. */
  async finish(reader: MailboxReader, opened: OpenedSignIn, tokens: Tokens): Promise<string> {
    const signedIn = this.signedIn(opened, tokens);
    refuseFaults(await this.trials.both(reader, await this.withServers(reader, opened, signedIn)));
    const id = opened.facts.mailboxId;
    return id === null ? this.add(reader, opened, signedIn) : this.renew(reader, id, signedIn);
  }

  private signedIn({ provider, facts }: OpenedSignIn, tokens: Tokens): SignedIn {
    const { refreshToken, accessToken, expiresInS, email } = tokens;
    if (refreshToken === null) throw new AppError('mailbox.sign_in_refused');
    const { address } = addressOf(facts.address ?? email ?? '');
    const usual = proposeSettings(provider === 'google' ? 'gmail.com' : 'outlook.com', []);
    return {
      address,
      tokens: { accessToken, refreshToken },
      expiresAt: new Date(this.clock.now().getTime() + expiresInS * 1000),
      connection: {
        smtp: (provider === 'custom' ? facts.smtp : null) ?? usual.smtp,
        imap: (provider === 'custom' ? facts.imap : null) ?? usual.imap,
        auth: { user: address, accessToken },
      },
    };
  }

  /** A mailbox that is signed in to anew keeps the servers it has. */
  private async withServers(
    reader: MailboxReader,
    { facts }: OpenedSignIn,
    { connection }: SignedIn,
  ): Promise<Connection> {
    if (facts.mailboxId === null) return connection;
    const servers = await this.renewing.serversOf(reader, facts.mailboxId);
    return { ...connection, ...servers };
  }

  private async add(
    reader: MailboxReader,
    { provider, facts }: OpenedSignIn,
    { address, tokens, expiresAt, connection }: SignedIn,
  ): Promise<string> {
    const id = newId();
    const mail = addressOf(address);
    const checks = await this.domains.checking.of(mail.domain, '');
    const place = { workspaceId: reader.scope.workspaceId, field: secretField(id) };
    const sealedSecret = await sealTokens(this.ring, tokens, place);
    await this.database.inWorkspace(reader.scope, () =>
      this.keeping.keep({
        id,
        address: mail.address,
        addressKey: mail.key,
        memberId: facts.memberId,
        signIn: provider,
        smtp: connection.smtp,
        imap: connection.imap,
        userName: address,
        sealedSecret,
        tokenExpiresAt: expiresAt,
        settings: facts.clientIds === null ? {} : { clientIds: facts.clientIds },
        history: facts.readHistory === null ? 'not_asked' : facts.readHistory ? 'running' : 'refused',
        checks,
      }),
    );
    return id;
  }

  private async renew(reader: MailboxReader, id: string, { tokens, expiresAt }: SignedIn): Promise<string> {
    const place = { workspaceId: reader.scope.workspaceId, field: secretField(id) };
    const sealedSecret = await sealTokens(this.ring, tokens, place);
    await this.renewing.keepTokens(reader, id, { sealedSecret, expiresAt });
    return id;
  }
}
