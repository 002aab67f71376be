import { Injectable } from '@nestjs/common';
import type { OauthProvider } from '../../core/mailboxes/mail-providers.js';
import { endpointsOf, isFinalRefusal, readTokens, type Tokens } from '../../core/mailboxes/oauth.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { AppError } from '../../platform/errors/app-error.js';
import { type ExchangeAnswer, OauthExchange } from '../../platform/mail/oauth-exchange.js';
import { OauthApps, type OpenedApp } from './oauth-apps.service.js';

/** Turns codes and refresh tokens into tokens at the provider. Throws `mailbox.token_refused` and `mailbox.token_unavailable`, and nothing the provider said. */
@Injectable()
export class OauthTokens {
  constructor(
    private readonly apps: OauthApps,
    private readonly exchange: OauthExchange,
  ) {}

  /** RFC 6749, 4.1.3, with the verifier of RFC 7636. */
  async redeem(
    scope: WorkspaceScope,
    provider: OauthProvider,
    { code, verifier }: { readonly code: string; readonly verifier: string },
  ): Promise<Tokens> {
    const app = await this.apps.opened(scope, provider);
    const redirect_uri = this.apps.redirectUri;
    return this.ask(app, { grant_type: 'authorization_code', code, redirect_uri, code_verifier: verifier });
  }

  /** RFC 6749, 6. */
  async refresh(scope: WorkspaceScope, provider: OauthProvider, refreshToken: string): Promise<Tokens> {
    const app = await this.apps.opened(scope, provider);
    return this.ask(app, { grant_type: 'refresh_token', refresh_token: refreshToken });
  }

  private async ask(app: OpenedApp, form: Readonly<Record<string, string>>): Promise<Tokens> {
    const endpoints = endpointsOf(app);
    if (endpoints === null) throw new AppError('mailbox.app_incomplete');
    const answer = await this.exchange.post(endpoints.tokenUrl, {
      ...form,
      client_id: app.clientId,
      client_secret: app.clientSecret,
    });
    return tokensOf(answer);
  }
}

function tokensOf(answer: ExchangeAnswer): Tokens {
  if (!answer.ok) throw new AppError('mailbox.token_unavailable');
  const { status, json } = answer;
  if (status < 200 || status > 299) {
    const { error } = (json ?? {}) as { error?: unknown };
    throw new AppError(isFinalRefusal(status, error) ? 'mailbox.token_refused' : 'mailbox.token_unavailable');
  }
  const tokens = readTokens(json);
  if (tokens === null) throw new AppError('mailbox.token_unavailable');
  return tokens;
}
