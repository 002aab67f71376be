import { IsNull } from 'typeorm';
import type { Role, TokenScope } from '../../core/access/roles.js';
import type { Database } from '../../platform/database/database.js';
import type { Locale } from '../../platform/http/language.js';
import type { Principal } from '../../platform/http/principal.js';
import { ApiTokenEntity } from './api-token.entity.js';

interface PrincipalRow {
  token_id: string;
  scope: TokenScope;
  user_id: string;
  locale: Locale;
  member_id: string;
  role: Role;
  client_ids: string[] | null;
}

const PRINCIPAL = `
  select t.id as token_id, t.scope, u.id as user_id, u.locale, m.id as member_id, m.role,
    case when m.limited_to_clients then array(
      select c.client_id from member_clients c where c.workspace_id = m.workspace_id and c.member_id = m.id) end as client_ids
  from api_tokens t
  join members m on m.workspace_id = t.workspace_id and m.id = t.member_id and m.left_at is null
  join users u on u.id = m.user_id and u.disabled_at is null
  where t.workspace_id = $1 and t.token_hash = $2 and t.revoked_at is null and (t.expires_at is null or t.expires_at > $3)`;

/** The rows of API tokens, in the open transaction of their workspace. */
export class ApiTokensRepository {
  constructor(private readonly database: Database) {}

  /** Who a token stands for, if it, its member and its person are still active at `now`. */
  async principal(
    workspaceId: string,
    tokenHash: Buffer,
    now: Date,
  ): Promise<(Principal & { tokenId: string }) | null> {
    const rows = await this.database
      .manager()
      .query<PrincipalRow[]>(PRINCIPAL, [workspaceId, tokenHash, now]);
    const row = rows[0];
    if (row === undefined) return null;
    return {
      userId: row.user_id,
      memberId: row.member_id,
      workspaceId,
      role: row.role,
      clientIds: row.client_ids,
      locale: row.locale,
      tokenScope: row.scope,
      tokenId: row.token_id,
      sessionId: null,
    };
  }

  /** Writes down the use of a token, at most once a minute. */
  async used(workspaceId: string, id: string, at: Date): Promise<void> {
    const query = this.table().createQueryBuilder().update().set({ lastUsedAt: at });
    query.where('workspace_id = :workspaceId and id = :id', { workspaceId, id });
    query.andWhere('(last_used_at is null or last_used_at <= :before)', {
      before: new Date(at.getTime() - 60_000),
    });
    await query.execute();
  }

  /** Adds a token. */
  async add(token: ApiTokenEntity): Promise<void> {
    await this.table().insert(token);
  }

  /** Tokens that are not revoked, newest first; of one member, or of all when `memberId` is null. */
  list(workspaceId: string, memberId: string | null): Promise<ApiTokenEntity[]> {
    const where = { workspaceId, revokedAt: IsNull(), ...(memberId !== null && { memberId }) };
    return this.table().find({ where, order: { createdAt: 'DESC' } });
  }

  /** One token that is not revoked. */
  find(workspaceId: string, id: string): Promise<ApiTokenEntity | null> {
    return this.table().findOneBy({ workspaceId, id, revokedAt: IsNull() });
  }

  /** Revokes one token. */
  async revoke(workspaceId: string, id: string, at: Date): Promise<void> {
    await this.table().update({ workspaceId, id, revokedAt: IsNull() }, { revokedAt: at });
  }

  /** Revokes all tokens of a member; answers how many. */
  async revokeAll(workspaceId: string, memberId: string, at: Date): Promise<number> {
    return (
      (await this.table().update({ workspaceId, memberId, revokedAt: IsNull() }, { revokedAt: at }))
        .affected ?? 0
    );
  }

  private table() {
    return this.database.manager().getRepository(ApiTokenEntity);
  }
}
