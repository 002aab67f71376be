import { Injectable } from '@nestjs/common';
import type { OauthProvider } from '../../core/mailboxes/mail-providers.js';
import { Database } from '../../platform/database/database.js';

/** What is known of a mailbox's tokens while its row is locked. */
export interface TokenRow {
  readonly provider: OauthProvider;
  readonly sealedSecret: Buffer | null;
  readonly expiresAt: Date | null;
  /** Somebody else is renewing them this moment. */
  readonly isLeased: boolean;
}

/** A lease on the renewal of tokens: longer than an exchange may take. */
const LEASE = '40 seconds';

/** Tokens of mailboxes in the open transaction; leases are measured by the database's own clock. */
@Injectable()
export class TokenRows {
  constructor(private readonly database: Database) {}

  /** Locks the mailbox; null when it has no tokens or is archived. */
  async lock(mailboxId: string): Promise<TokenRow | null> {
    const rows = await this.database.manager().query<TokenRow[]>(
      `select sign_in as provider, sealed_secret as "sealedSecret", token_expires_at as "expiresAt",
         coalesce(token_lease_until > clock_timestamp(), false) as "isLeased"
       from mailboxes where id = $1 and archived_at is null and sign_in in ('google', 'microsoft', 'custom')
       for no key update`,
      [mailboxId],
    );
    return rows[0] ?? null;
  }

  /** Takes the renewal for oneself, under the lock. */
  async lease(mailboxId: string, lease: string): Promise<void> {
    await this.database
      .manager()
      .query(
        `update mailboxes set token_lease = $2, token_lease_until = clock_timestamp() + interval '${LEASE}' where id = $1`,
        [mailboxId, lease],
      );
  }

  /** Keeps renewed tokens and ends the lease; false when the lease was lost or the secret was written by somebody else. */
  async keep(
    mailboxId: string,
    lease: string,
    tokens: { readonly sealedSecret: Buffer; readonly expiresAt: Date },
  ): Promise<boolean> {
    const rows = await this.database.manager().query<unknown[]>(
      `with kept as (update mailboxes set sealed_secret = $3, token_expires_at = $4, token_lease = null, token_lease_until = null
         where id = $1 and token_lease = $2 returning 1) select 1 from kept`,
      [mailboxId, lease, tokens.sealedSecret, tokens.expiresAt],
    );
    return rows.length > 0;
  }

  /** Ends a lease without new tokens. */
  async release(mailboxId: string, lease: string): Promise<void> {
    await this.database
      .manager()
      .query(
        'update mailboxes set token_lease = null, token_lease_until = null where id = $1 and token_lease = $2',
        [mailboxId, lease],
      );
  }
}
