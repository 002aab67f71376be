import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query, Redirect } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { AppError } from '../../platform/errors/app-error.js';
import { Rights, WithoutKey } from '../../platform/http/decorators.js';
import { Principal, scopeOf } from '../../platform/http/principal.js';
import { readerOf } from './mailbox-reader.js';
import {
  NewOauthApp,
  OauthAppList,
  OauthAppView,
  SignInReturn,
  SignInStart,
  SignInWish,
} from './oauth.dto.js';
import { OauthApps } from './oauth-apps.service.js';
import { OauthConnecting } from './oauth-connecting.service.js';
import { OauthSignIn } from './oauth-sign-in.service.js';
import { OauthTokens } from './oauth-tokens.js';

/** Signing in with a provider of mail, and the team's own apps there. */
@Controller()
export class OauthController {
  constructor(
    private readonly apps: OauthApps,
    private readonly signIns: OauthSignIn,
    private readonly tokens: OauthTokens,
    private readonly connecting: OauthConnecting,
  ) {}

  @Get('oauth-apps')
  @Rights('read')
  listOauthApps(@Principal() who: Principal): Promise<OauthAppList> {
    return this.apps.list(scopeOf(who));
  }

  @Get('oauth-apps/:provider')
  @Rights('read')
  getOauthApp(@Principal() who: Principal, @Param('provider') provider: string): Promise<OauthAppView> {
    return this.apps.get(scopeOf(who), provider);
  }

  /** Keeps the team's app, its secret sealed; one that was there is replaced. */
  @Put('oauth-apps/:provider')
  @WithoutKey()
  @Rights('manage')
  setOauthApp(
    @Principal() who: Principal,
    @Param('provider') provider: string,
    @Body() body: NewOauthApp,
  ): Promise<OauthAppView> {
    return this.apps.set(scopeOf(who), provider, body);
  }

  @Delete('oauth-apps/:provider')
  @HttpCode(204)
  @Rights('manage')
  removeOauthApp(@Principal() who: Principal, @Param('provider') provider: string): Promise<void> {
    return this.apps.remove(scopeOf(who), provider);
  }

  /** Where to send the person to sign in. */
  @Post('mailboxes/oauth/start')
  @HttpCode(200)
  @WithoutKey()
  @Rights('write')
  startMailboxSignIn(@Principal() who: Principal, @Body() body: SignInWish): Promise<SignInStart> {
    return this.signIns.start(readerOf(who), who.memberId, body);
  }

  /** Where the provider sends the person back to; goes on to the screen with what came of it. */
  @Get('mailboxes/oauth/callback')
  @HttpCode(303)
  @ApiResponse({ status: 303, content: { 'text/plain': { schema: { type: 'string' } } } })
  @Rights('write')
  @Redirect()
  async finishMailboxSignIn(
    @Principal() who: Principal,
    @Query() query: SignInReturn,
  ): Promise<{ url: string; statusCode: number }> {
    return { url: await this.outcome(who, query), statusCode: 303 };
  }

  private async outcome(who: Principal, { state = '', code, error }: SignInReturn): Promise<string> {
    const reader = readerOf(who);
    try {
      const opened = await this.signIns.take(reader, state);
      if (error !== undefined || code === undefined) throw new AppError('mailbox.sign_in_refused');
      const { provider, verifier } = opened;
      const tokens = await this.tokens.redeem(reader.scope, provider, { code, verifier });
      const id = await this.connecting.finish(reader, opened, tokens);
      return `/settings/mailboxes/${id}?signedIn=yes`;
    } catch (refused) {
      if (!(refused instanceof AppError)) throw refused;
      const fault = refused.params['code'];
      const more = typeof fault === 'string' ? `&fault=${encodeURIComponent(fault)}` : '';
      return `/settings/mailboxes?failed=${encodeURIComponent(refused.code)}${more}`;
    }
  }
}
