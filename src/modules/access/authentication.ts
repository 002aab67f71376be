import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { isSeenAgain, isSessionAlive } from '../../core/access/session-age.js';
import { bearerOf, parseToken } from '../../core/access/token-format.js';
import { Clock } from '../../platform/clock/clock.js';
import { sha256 } from '../../platform/crypto/secrets.js';
import { Database } from '../../platform/database/database.js';
import type { Principal } from '../../platform/http/principal.js';
import { SessionCookie } from '../../platform/http/session-cookie.js';
import { AccessRows } from './access-rows.js';

/** Recognises who makes a request: by an API token if there is one, else by the session's cookie. */
@Injectable()
export class Authentication {
  constructor(
    private readonly cookie: SessionCookie,
    private readonly rows: AccessRows,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Who acts; null for nobody we know. A request with an Authorization header is never known by its cookie. */
  async of(request: Request): Promise<Principal | null> {
    if (request.headers.authorization !== undefined) return this.byToken(request.headers.authorization);
    const secret = this.cookie.read(request);
    return secret === null ? null : this.bySession(secret);
  }

  private bySession(secret: string): Promise<Principal | null> {
    const now = this.clock.now();
    return this.database.inInstallation(async () => {
      const found = await this.rows.sessions.principal(sha256(secret));
      if (found === null || !isSessionAlive(found.times, now.getTime())) return null;
      if (isSeenAgain(found.times, now.getTime()))
        await this.rows.sessions.seen(found.principal.sessionId, now);
      return found.principal;
    });
  }

  private byToken(header: string): Promise<Principal | null> {
    const token = parseToken('api', bearerOf(header) ?? '');
    if (token === null) return Promise.resolve(null);
    return this.database.inWorkspace({ workspaceId: token.workspaceId }, async () => {
      const now = this.clock.now();
      const found = await this.rows.apiTokens.principal(token.workspaceId, sha256(token.secret), now);
      if (found !== null) await this.rows.apiTokens.used(found.workspaceId, found.tokenId, now);
      return found;
    });
  }
}
