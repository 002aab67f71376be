import type { Role } from '../../core/access/roles.js';
import type { SessionTimes } from '../../core/access/session-age.js';
import type { Database } from '../../platform/database/database.js';
import type { Locale } from '../../platform/http/language.js';
import type { Principal } from '../../platform/http/principal.js';
import { SessionEntity } from './session.entity.js';

interface PrincipalRow {
  session_id: string;
  user_id: string;
  locale: Locale;
  last_seen_at: Date;
  expires_at: Date;
  workspace_id: string;
  member_id: string;
  role: Role;
  client_ids: string[] | null;
}

/** A principal that came by a session, with the session's times. */
export interface SessionPrincipal {
  readonly principal: Principal & { readonly sessionId: string };
  readonly times: SessionTimes;
}

/** Which sessions end: of whom, in which workspace alone, and which one stays. */
export interface SessionChoice {
  readonly userId: string;
  readonly workspaceId?: string;
  readonly except?: string;
}

/** The rows of sessions; they belong to the installation, because they are looked up before a workspace is known. */
export class SessionsRepository {
  constructor(private readonly database: Database) {}

  /** Who a session's token stands for, if its person and membership are still active. Says nothing of its age. */
  async principal(tokenHash: Buffer): Promise<SessionPrincipal | null> {
    const rows = await this.database
      .manager()
      .query<PrincipalRow[]>('select * from session_principal($1)', [tokenHash]);
    const row = rows[0];
    if (row === undefined) return null;
    return {
      principal: {
        userId: row.user_id,
        memberId: row.member_id,
        workspaceId: row.workspace_id,
        role: row.role,
        clientIds: row.client_ids,
        locale: row.locale,
        tokenId: null,
        sessionId: row.session_id,
      },
      times: { lastSeenAt: row.last_seen_at.getTime(), expiresAt: row.expires_at.getTime() },
    };
  }

  /** Writes down that a session was used. */
  async seen(id: string, at: Date): Promise<void> {
    await this.table().update({ id }, { lastSeenAt: at });
  }

  /** Adds a session. */
  async add(session: SessionEntity): Promise<void> {
    await this.table().insert(session);
  }

  /** A person's sessions, newest use first. */
  of(userId: string): Promise<SessionEntity[]> {
    return this.table().find({ where: { userId }, order: { lastSeenAt: 'DESC' } });
  }

  /** Ends one session of a person; false when they have no such session. */
  async end(userId: string, id: string): Promise<boolean> {
    return ((await this.table().delete({ userId, id })).affected ?? 0) > 0;
  }

  /** Ends the sessions chosen; answers how many. */
  async endAll(choice: SessionChoice): Promise<number> {
    const query = this.table()
      .createQueryBuilder()
      .delete()
      .where('user_id = :userId', { userId: choice.userId });
    if (choice.workspaceId !== undefined)
      query.andWhere('workspace_id = :workspaceId', { workspaceId: choice.workspaceId });
    if (choice.except !== undefined) query.andWhere('id <> :except', { except: choice.except });
    return (await query.execute()).affected ?? 0;
  }

  /** How many living sessions a person has in a workspace. */
  count(userId: string, workspaceId: string): Promise<number> {
    return this.table().countBy({ userId, workspaceId });
  }

  /** Removes sessions that ended by age; answers how many. */
  async clean(now: Date, idleSince: Date): Promise<number> {
    const query = this.table().createQueryBuilder().delete();
    query.where('expires_at <= :now or last_seen_at <= :idleSince', { now, idleSince });
    return (await query.execute()).affected ?? 0;
  }

  private table() {
    return this.database.manager().getRepository(SessionEntity);
  }
}
