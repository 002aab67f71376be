import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { secretField } from '../../core/mailboxes/mailbox.js';
import { Clock } from '../../platform/clock/clock.js';
import { KeyRing } from '../../platform/crypto/key-ring.js';
import { Database } from '../../platform/database/database.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { AppError } from '../../platform/errors/app-error.js';
import { type KeptTokens, sealTokens, unsealTokens } from './kept-tokens.js';
import { MailboxesService } from './mailboxes.service.js';
import { OauthTokens } from './oauth-tokens.js';
import { type TokenRow, TokenRows } from './token-rows.repository.js';

/** A token is renewed so long before it runs out: longer than a session takes to sign in. */
const MARGIN_MS = 120_000;
/** How long to wait for somebody else's renewal, and how often to look. */
const PATIENCE_MS = 25_000;
const LOOK_MS = 200;

export type FreshToken =
  | { readonly accessToken: string }
  | { readonly refused: 'mailbox_unknown' | 'secret_unreadable' | 'token_refused' | 'token_unavailable' };

type Turn =
  | { readonly is: 'fresh' | 'refused'; readonly answer: FreshToken }
  | { readonly is: 'mine'; readonly tokens: KeptTokens; readonly provider: TokenRow['provider'] }
  | { readonly is: 'theirs' };

/**
 * Access tokens that are good for the next minutes. Who finds one run out takes the renewal under the lock of the mailbox's row, asks the provider
 * outside of any transaction, and writes the answer under the lock again; everybody else waits for it. A final refusal pauses the mailbox.
 */
@Injectable()
export class TokenKeeper {
  constructor(
    private readonly database: Database,
    private readonly rows: TokenRows,
    private readonly mailboxes: MailboxesService,
    private readonly exchange: OauthTokens,
    private readonly ring: KeyRing,
    private readonly clock: Clock,
  ) {}

  async fresh(scope: WorkspaceScope, mailboxId: string): Promise<FreshToken> {
    const wholeScope = { workspaceId: scope.workspaceId };
    const lease = randomUUID();
    const until = performance.now() + PATIENCE_MS;
    for (;;) {
      const turn = await this.turn(wholeScope, mailboxId, lease);
      if (turn.is === 'mine') return this.renew(wholeScope, { mailboxId, lease, ...turn });
      if (turn.is !== 'theirs') return turn.answer;
      if (performance.now() > until) return { refused: 'token_unavailable' };
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
  }

  /** Decides under the row's lock: the token is good, or the renewal is ours, or somebody else's. */
  private turn(scope: WorkspaceScope, mailboxId: string, lease: string): Promise<Turn> {
    return this.database.inWorkspace(scope, async (): Promise<Turn> => {
      const row = await this.rows.lock(mailboxId);
      if (row === null) return { is: 'refused', answer: { refused: 'mailbox_unknown' } };
      const tokens = await unsealTokens(this.ring, row.sealedSecret, placeOf(scope, mailboxId));
      if (tokens === null) return { is: 'refused', answer: { refused: 'secret_unreadable' } };
      const isFresh = (row.expiresAt?.getTime() ?? 0) - MARGIN_MS > this.clock.now().getTime();
      if (isFresh) return { is: 'fresh', answer: { accessToken: tokens.accessToken } };
      if (row.isLeased) return { is: 'theirs' };
      await this.rows.lease(mailboxId, lease);
      return { is: 'mine', tokens, provider: row.provider };
    });
  }

  private async renew(
    scope: WorkspaceScope,
    {
      mailboxId,
      lease,
      tokens,
      provider,
    }: {
      readonly mailboxId: string;
      readonly lease: string;
      readonly tokens: KeptTokens;
      readonly provider: TokenRow['provider'];
    },
  ): Promise<FreshToken> {
    const answer = await this.renewed(scope, provider, tokens);
    if ('refused' in answer) return this.failed(scope, { mailboxId, lease, refused: answer.refused });
    const sealedSecret = await sealTokens(this.ring, answer.tokens, placeOf(scope, mailboxId));
    const expiresAt = new Date(this.clock.now().getTime() + answer.expiresInS * 1000);
    await this.database.inWorkspace(scope, () =>
      this.rows.keep(mailboxId, lease, { sealedSecret, expiresAt }),
    );
    return { accessToken: answer.tokens.accessToken };
  }

  private async renewed(
    scope: WorkspaceScope,
    provider: TokenRow['provider'],
    { refreshToken }: KeptTokens,
  ): Promise<
    | { readonly tokens: KeptTokens; readonly expiresInS: number }
    | { readonly refused: 'token_refused' | 'token_unavailable' }
  > {
    try {
      const tokens = await this.exchange.refresh(scope, provider, refreshToken);
      const kept = { accessToken: tokens.accessToken, refreshToken: tokens.refreshToken ?? refreshToken };
      return { tokens: kept, expiresInS: tokens.expiresInS };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return { refused: error.code === 'mailbox.token_unavailable' ? 'token_unavailable' : 'token_refused' };
    }
  }

  private async failed(
    scope: WorkspaceScope,
    trouble: {
      readonly mailboxId: string;
      readonly lease: string;
      readonly refused: 'token_refused' | 'token_unavailable';
    },
  ): Promise<FreshToken> {
    await this.database.inWorkspace(scope, async () => {
      await this.rows.release(trouble.mailboxId, trouble.lease);
      if (trouble.refused === 'token_refused') await this.mailboxes.pause(trouble.mailboxId, 'token_refused');
    });
    return { refused: trouble.refused };
  }
}

function placeOf({ workspaceId }: WorkspaceScope, mailboxId: string) {
  return { workspaceId, field: secretField(mailboxId) };
}
