import { Injectable } from '@nestjs/common';
import { endOfDay } from '../../core/access/day-end.js';
import { formatToken, shownPrefix } from '../../core/access/token-format.js';
import { localDay } from '../../core/calendar/local-time.js';
import { Clock } from '../../platform/clock/clock.js';
import { newSecret, sha256 } from '../../platform/crypto/secrets.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import { AppError } from '../../platform/errors/app-error.js';
import { type Principal, scopeOf } from '../../platform/http/principal.js';
import { AccessRows } from './access-rows.js';
import type { ApiTokenEntity } from './api-token.entity.js';
import type { ApiTokenMade, ApiTokensView, ApiTokenView, NewApiToken } from './api-tokens.dto.js';

/** API tokens: made, listed, taken back. */
@Injectable()
export class ApiTokensService {
  constructor(
    private readonly database: Database,
    private readonly rows: AccessRows,
    private readonly clock: Clock,
  ) {}

  /** One's own, for an owner those of everybody. */
  list(who: Principal): Promise<ApiTokensView> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const { timeZone } = await this.rows.workspaces.get(who.workspaceId);
      const rows = await this.rows.apiTokens.list(
        who.workspaceId,
        who.role === 'owner' ? null : who.memberId,
      );
      return { items: rows.map((row) => tokenView(row, timeZone)) };
    });
  }

  /** Makes a token for the one who asks. Throws `api_token.expired_already` for a last day that is over. */
  make(who: Principal, given: NewApiToken): Promise<ApiTokenMade> {
    const now = this.clock.now();
    const secret = newSecret();
    const { workspaceId, memberId } = who;
    return this.database.inWorkspace(scopeOf(who), async () => {
      const { timeZone } = await this.rows.workspaces.get(workspaceId);
      const expiresAt = given.expiresOn === undefined ? null : new Date(endOfDay(given.expiresOn, timeZone));
      if (expiresAt !== null && expiresAt <= now) throw new AppError('api_token.expired_already');
      const row: ApiTokenEntity = {
        workspaceId,
        id: newId(now),
        memberId,
        name: given.name.trim(),
        prefix: shownPrefix('api', secret),
        tokenHash: sha256(secret),
        scope: given.scope,
        createdAt: now,
        expiresAt,
        lastUsedAt: null,
        revokedAt: null,
      };
      await this.rows.apiTokens.add(row);
      return { ...tokenView(row, timeZone), token: formatToken('api', { workspaceId, secret }) };
    });
  }

  /** Takes a token back. Throws `api_token.not_found`, for a token of somebody else too unless an owner asks. */
  revoke(who: Principal, id: string): Promise<void> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const row = await this.rows.apiTokens.find(who.workspaceId, id);
      const isVisible = row !== null && (row.memberId === who.memberId || who.role === 'owner');
      if (!isVisible) throw new AppError('api_token.not_found');
      await this.rows.apiTokens.revoke(who.workspaceId, id, this.clock.now());
    });
  }
}

function tokenView(row: ApiTokenEntity, timeZone: string): ApiTokenView {
  const { id, name, memberId, prefix, scope, createdAt, expiresAt, lastUsedAt } = row;
  const expiresOn = expiresAt === null ? null : localDay(expiresAt.getTime() - 1, timeZone);
  return { id, name, memberId, prefix, scope, createdAt, expiresOn, expiresAt, lastUsedAt };
}
