import { Injectable } from '@nestjs/common';
import { rightsOf, type TokenScope } from '../../core/access/roles.js';
import { IDLE_MS, LONGEST_MS } from '../../core/access/session-age.js';
import { Clock } from '../../platform/clock/clock.js';
import { newSecret, sha256 } from '../../platform/crypto/secrets.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import { AppError } from '../../platform/errors/app-error.js';
import type { Principal } from '../../platform/http/principal.js';
import { AccessRows } from './access-rows.js';
import type { OpenSessionsView, SessionView } from './session.dto.js';
import type { Visit } from './visit.js';

/** A session that was opened: what the browser keeps, what the person sees. */
export interface OpenedSession {
  readonly id: string;
  readonly secret: string;
  readonly expiresAt: Date;
  readonly view: SessionView;
}

/** Whose session, in which workspace; by a token when it has a scope. */
export interface Viewer {
  readonly userId: string;
  readonly workspaceId: string;
  readonly tokenScope?: TokenScope;
}

/** Sessions: opened, looked at, ended. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly database: Database,
    private readonly rows: AccessRows,
    private readonly clock: Clock,
  ) {}

  /** Opens a session with a new secret, ends the one the browser had, and records it, in one transaction. */
  open(viewer: Viewer, visit: Visit): Promise<OpenedSession> {
    const { userId, workspaceId } = viewer;
    const now = this.clock.now();
    const id = newId(now);
    const secret = newSecret();
    const expiresAt = new Date(now.getTime() + LONGEST_MS);
    const userAgent = visit.userAgent.slice(0, 400);
    return this.database.inWorkspace({ workspaceId, userId }, async () => {
      await this.endBefore(visit.before);
      await this.rows.sessions.add({
        id,
        tokenHash: sha256(secret),
        userId,
        workspaceId,
        createdAt: now,
        lastSeenAt: now,
        expiresAt,
        userAgent,
      });
      await this.recordOpened(viewer, id, visit.requestId);
      return { id, secret, expiresAt, view: await this.view(viewer) };
    });
  }

  /** Who is signed in, where, and what they may do. Throws `access.no_workspace` for one who is no member there. */
  view(viewer: Viewer): Promise<SessionView> {
    const { userId, workspaceId } = viewer;
    return this.database.inWorkspace({ workspaceId, userId }, async () => {
      const user = await this.rows.users.byId(userId);
      const workspaces = await this.rows.users.memberships(userId);
      const here = workspaces.find((one) => one.id === workspaceId);
      const member = here === undefined ? null : await this.rows.members.find(workspaceId, here.memberId);
      if (member === null) throw new AppError('access.no_workspace');
      const { name, timeZone, locale, isDemo } = await this.rows.workspaces.get(workspaceId);
      const { id, role, limitedToClients } = member.row;
      return {
        user: { id: user.id, name: user.name, email: user.email, locale: user.locale },
        workspace: { id: workspaceId, name, timeZone, locale, isDemo },
        member: { id, role, limitedToClients, clientIds: [...member.clientIds] },
        workspaces: workspaces.map((one) => ({ id: one.id, name: one.name, role: one.role })),
        rights: [...rightsOf(role, viewer.tokenScope)],
      };
    });
  }

  /** The workspace a person was in last, or their first; null when they are in none. */
  lastWorkspace(userId: string): Promise<string | null> {
    return this.database.inInstallation(async () => {
      const places = await this.rows.users.memberships(userId);
      const used = await this.rows.sessions.of(userId);
      const last = used.find(({ workspaceId }) => places.some((place) => place.id === workspaceId));
      return last?.workspaceId ?? places[0]?.id ?? null;
    });
  }

  /** Goes to another workspace of the same person, with a new secret. Throws `workspace.not_found`. */
  async switchTo(who: Principal, workspaceId: string, visit: Visit): Promise<OpenedSession> {
    const known = await this.database.inInstallation(() => this.rows.users.memberships(who.userId));
    if (!known.some((one) => one.id === workspaceId)) throw new AppError('workspace.not_found');
    return this.open({ userId: who.userId, workspaceId }, visit);
  }

  /** The browsers a person is signed in with; not those whose session has ended by age. */
  async list(who: Principal): Promise<OpenSessionsView> {
    const now = this.clock.now().getTime();
    const rows = await this.database.inInstallation(() => this.rows.sessions.of(who.userId));
    const alive = rows.filter(
      (row) => row.expiresAt.getTime() > now && now - row.lastSeenAt.getTime() < IDLE_MS,
    );
    return {
      items: alive.map(({ id, createdAt, lastSeenAt, userAgent }) => ({
        id,
        createdAt,
        lastSeenAt,
        userAgent,
        isCurrent: id === who.sessionId,
      })),
    };
  }

  /** Ends one session of a person. Throws `session.not_found`. */
  async end(userId: string, id: string): Promise<void> {
    const ended = await this.database.inInstallation(() => this.rows.sessions.end(userId, id));
    if (!ended) throw new AppError('session.not_found');
  }

  /** Ends the session of a browser, if it has one. */
  async leave(before: Principal | null): Promise<void> {
    await this.database.inInstallation(() => this.endBefore(before));
  }

  /** Removes sessions that ended by age. */
  async clean(): Promise<void> {
    const now = this.clock.now();
    const idleSince = new Date(now.getTime() - IDLE_MS);
    await this.database.inInstallation(() => this.rows.sessions.clean(now, idleSince));
  }

  private async endBefore(before: Principal | null): Promise<void> {
    if (before !== null && before.sessionId !== null)
      await this.rows.sessions.end(before.userId, before.sessionId);
  }

  private async recordOpened({ userId, workspaceId }: Viewer, id: string, requestId: string): Promise<void> {
    const at = this.clock.now();
    await this.rows.audit.add({
      workspaceId,
      id: newId(at),
      at,
      actorUserId: userId,
      actorKind: 'user',
      action: 'session.opened',
      outcome: 'done',
      subjectKind: 'session',
      subjectId: id,
      params: {},
      requestId,
    });
  }
}
