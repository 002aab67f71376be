import { Injectable } from '@nestjs/common';
import type { OauthProvider } from '../../core/mailboxes/mail-providers.js';
import type { OauthApp } from '../../core/mailboxes/oauth.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';

/** The team's app at a provider, its secret sealed. */
export interface OauthAppRow extends OauthApp {
  readonly sealedSecret: Buffer;
  readonly updatedAt: Date;
}

/** A sign-in that was started. */
export interface SignInRow {
  readonly userId: string;
  readonly provider: OauthProvider;
  readonly sealedVerifier: Buffer;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly expiresAt: Date;
}

const COLUMNS = `provider, client_id as "clientId", sealed_secret as "sealedSecret", tenant, authorize_url as "authorizeUrl",
  token_url as "tokenUrl", scope, updated_at as "updatedAt"`;

/** Apps at providers and sign-ins that are under way, in the open transaction. */
@Injectable()
export class OauthAppsRepository {
  constructor(private readonly database: Database) {}

  all(): Promise<OauthAppRow[]> {
    return this.query(`select ${COLUMNS} from oauth_apps order by provider`, []);
  }

  async find(provider: string): Promise<OauthAppRow | null> {
    const rows = await this.query<OauthAppRow>(`select ${COLUMNS} from oauth_apps where provider = $1`, [
      provider,
    ]);
    return rows[0] ?? null;
  }

  async put(app: Omit<OauthAppRow, 'updatedAt'>, at: Date): Promise<void> {
    const { workspaceId, userId = null } = this.database.scope();
    await this.query(
      `insert into oauth_apps (workspace_id, id, provider, client_id, sealed_secret, tenant, authorize_url, token_url, scope,
         created_by, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11)
       on conflict (workspace_id, provider) do update set client_id = excluded.client_id, sealed_secret = excluded.sealed_secret,
         tenant = excluded.tenant, authorize_url = excluded.authorize_url, token_url = excluded.token_url, scope = excluded.scope,
         updated_at = excluded.updated_at`,
      [
        workspaceId,
        newId(at),
        app.provider,
        app.clientId,
        app.sealedSecret,
        app.tenant,
        app.authorizeUrl,
        app.tokenUrl,
        app.scope,
        userId,
        at,
      ],
    );
  }

  async remove(provider: OauthProvider): Promise<void> {
    await this.query('delete from oauth_apps where provider = $1', [provider]);
  }

  /** Whether mailboxes in use sign in with this provider. */
  async isUsed(provider: OauthProvider): Promise<boolean> {
    const rows = await this.query(
      'select 1 from mailboxes where sign_in = $1 and archived_at is null limit 1',
      [provider],
    );
    return rows.length > 0;
  }

  /** Writes a started sign-in down, and forgets those that ran out. */
  async start(stateHash: Buffer, row: SignInRow, at: Date): Promise<void> {
    const { workspaceId } = this.database.scope();
    await this.query('delete from oauth_states where expires_at <= $1', [at]);
    await this.query(
      `insert into oauth_states (workspace_id, state_hash, user_id, provider, sealed_verifier, facts, created_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        workspaceId,
        stateHash,
        row.userId,
        row.provider,
        row.sealedVerifier,
        JSON.stringify(row.facts),
        at,
        row.expiresAt,
      ],
    );
  }

  /** The sign-in of a state, which is used up by this; null when there is none. */
  async take(stateHash: Buffer): Promise<SignInRow | null> {
    const rows = await this.query<SignInRow>(
      `with gone as (delete from oauth_states where state_hash = $1
         returning user_id as "userId", provider, sealed_verifier as "sealedVerifier", facts, expires_at as "expiresAt")
       select * from gone`,
      [stateHash],
    );
    return rows[0] ?? null;
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}
