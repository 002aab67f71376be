import { Injectable } from '@nestjs/common';
import { readAddress } from '../../core/clients/address.js';
import { OAUTH_PROVIDERS, type OauthProvider } from '../../core/mailboxes/mail-providers.js';
import { endpointsOf, type OauthApp } from '../../core/mailboxes/oauth.js';
import { Clock } from '../../platform/clock/clock.js';
import { Config } from '../../platform/config/config.js';
import { publicUrlOf } from '../../platform/config/public-url.js';
import { KeyRing } from '../../platform/crypto/key-ring.js';
import { Database } from '../../platform/database/database.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { AppError } from '../../platform/errors/app-error.js';
import { OauthExchange } from '../../platform/mail/oauth-exchange.js';
import type { NewOauthApp, OauthAppList, OauthAppView } from './oauth.dto.js';
import { type OauthAppRow, OauthAppsRepository } from './oauth-apps.repository.js';

/** An app with its secret opened, for the exchange at hand. */
export interface OpenedApp extends OauthApp {
  readonly clientSecret: string;
}

/** The team's own apps at providers of mail: written, their secrets never read back. */
@Injectable()
export class OauthApps {
  constructor(
    private readonly database: Database,
    private readonly apps: OauthAppsRepository,
    private readonly ring: KeyRing,
    private readonly exchange: OauthExchange,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  list(scope: WorkspaceScope): Promise<OauthAppList> {
    return this.database.inWorkspace(scope, async () => {
      const rows = await this.apps.all();
      return {
        items: OAUTH_PROVIDERS.map((provider) =>
          this.viewOf(
            provider,
            rows.find((row) => row.provider === provider),
          ),
        ),
      };
    });
  }

  /** Throws `mailbox.provider_unknown`. */
  async get(scope: WorkspaceScope, name: string): Promise<OauthAppView> {
    const provider = providerOf(name);
    const row = await this.database.inWorkspace(scope, () => this.apps.find(provider));
    return this.viewOf(provider, row ?? undefined);
  }

  /** Throws `mailbox.provider_unknown`, and `mailbox.app_incomplete` for addresses that are missing or may not be asked. */
  async set(scope: WorkspaceScope, name: string, wish: NewOauthApp): Promise<OauthAppView> {
    const provider = providerOf(name);
    const app = {
      provider,
      clientId: wish.clientId,
      tenant: wish.tenant ?? 'common',
      authorizeUrl: urlOf(wish.authorizeUrl),
      tokenUrl: urlOf(wish.tokenUrl),
      scope: wish.scope?.trim() ?? '',
    };
    await this.refuseIncomplete(app);
    const sealedSecret = await this.ring.seal(wish.clientSecret, placeOf(scope, provider));
    return this.database.inWorkspace(scope, async () => {
      await this.apps.put({ ...app, sealedSecret }, this.clock.now());
      return this.viewOf(provider, (await this.apps.find(provider)) ?? undefined);
    });
  }

  /** Throws `mailbox.provider_unknown` and `mailbox.app_in_use`. */
  async remove(scope: WorkspaceScope, name: string): Promise<void> {
    const provider = providerOf(name);
    await this.database.inWorkspace(scope, async () => {
      if (await this.apps.isUsed(provider)) throw new AppError('mailbox.app_in_use');
      await this.apps.remove(provider);
    });
  }

  /** Throws `mailbox.app_missing` and `mailbox.secret_unreadable`. */
  async opened(scope: WorkspaceScope, provider: OauthProvider): Promise<OpenedApp> {
    const row = await this.database.inWorkspace(scope, () => this.apps.find(provider));
    if (row === null) throw new AppError('mailbox.app_missing', { provider });
    const clientSecret = await this.ring.open(row.sealedSecret, placeOf(scope, provider));
    if (clientSecret === null) throw new AppError('mailbox.secret_unreadable');
    return { ...row, clientSecret };
  }

  /** The address a provider sends people back to. */
  get redirectUri(): string {
    return `${publicUrlOf(this.config)}/api/v1/mailboxes/oauth/callback`;
  }

  private async refuseIncomplete(app: OauthApp): Promise<void> {
    const endpoints = endpointsOf(app);
    if (endpoints === null) throw new AppError('mailbox.app_incomplete');
    const own = [app.authorizeUrl, app.tokenUrl].filter((url) => url !== null);
    const allowed = await Promise.all(own.map((url) => this.exchange.isAllowed(url)));
    if (allowed.includes(false)) throw new AppError('mailbox.app_incomplete');
  }

  private viewOf(provider: OauthProvider, row: OauthAppRow | undefined): OauthAppView {
    const { clientId = null, tenant = null, authorizeUrl = null, tokenUrl = null, scope = null } = row ?? {};
    return {
      provider,
      isSet: row !== undefined,
      clientId,
      tenant,
      authorizeUrl,
      tokenUrl,
      scope,
      redirectUri: this.redirectUri,
      updatedAt: row?.updatedAt ?? null,
    };
  }
}

/** The provider of this name. Throws `mailbox.provider_unknown`. */
function providerOf(name: string): OauthProvider {
  const provider = OAUTH_PROVIDERS.find((one) => one === name);
  if (provider === undefined) throw new AppError('mailbox.provider_unknown');
  return provider;
}

function placeOf({ workspaceId }: WorkspaceScope, provider: OauthProvider) {
  return { workspaceId, field: `oauth_apps.${provider}` };
}

function urlOf(text: string | undefined): string | null {
  if (text === undefined) return null;
  const read = readAddress(text);
  return read.ok ? read.url : null;
}
