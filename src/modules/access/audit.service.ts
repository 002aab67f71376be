import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import { cursorText, readCursor, UUID_FORM, writeCursor } from '../../platform/http/cursor.js';
import { COUNTED_UP_TO, pageOf, totalOf } from '../../platform/http/list.dto.js';
import { type Principal, scopeOf } from '../../platform/http/principal.js';
import { requestIdOf } from '../../platform/http/request-id.js';
import { AccessRows } from './access-rows.js';
import type { Act } from './act.js';
import type { AuditEventsView, AuditEventView, AuditQuery } from './audit.dto.js';
import type { AuditFilter } from './audit.repository.js';
import type { ActorKind, AuditEventEntity, Outcome } from './audit-event.entity.js';

/** What happened to an act. */
export interface AuditEntry extends Act {
  readonly outcome: Outcome;
  readonly params?: AuditEventEntity['params'];
}

/** Who acted, in which workspace. */
export interface Actor {
  readonly workspaceId: string;
  readonly userId: string | null;
  readonly kind: ActorKind;
}

/** Writes down who did what, and who was refused what, each in a transaction of its own. */
@Injectable()
export class AuditService {
  constructor(
    private readonly database: Database,
    private readonly rows: AccessRows,
    private readonly clock: Clock,
  ) {}

  /** Records an act of a request. */
  ofRequest(request: Request, principal: Principal, entry: AuditEntry): Promise<void> {
    const kind = principal.tokenId === null ? 'user' : 'token';
    return this.record(
      { workspaceId: principal.workspaceId, userId: principal.userId, kind },
      entry,
      requestIdOf(request),
    );
  }

  /** Records an act of somebody. */
  record(actor: Actor, entry: AuditEntry, requestId: string | null): Promise<void> {
    const at = this.clock.now();
    return this.database.inWorkspace({ workspaceId: actor.workspaceId }, () =>
      this.rows.audit.add({
        workspaceId: actor.workspaceId,
        id: newId(at),
        at,
        actorUserId: actor.userId,
        actorKind: actor.kind,
        action: entry.action,
        outcome: entry.outcome,
        subjectKind: entry.subjectKind,
        subjectId: entry.subjectId,
        params: entry.params ?? {},
        requestId,
      }),
    );
  }

  /** Events newest first. Throws `request.cursor_invalid`. */
  list(who: Principal, query: AuditQuery): Promise<AuditEventsView> {
    const { cursor, limit, action, actor, outcome } = query;
    const filter: AuditFilter = {
      workspaceId: who.workspaceId,
      ...(action !== undefined && { action }),
      ...(actor !== undefined && { actor }),
      ...(outcome !== undefined && { outcome }),
      ...(cursor !== undefined && { before: cursorText(readCursor(cursor, ORDER, 1)[0], UUID_FORM) }),
    };
    return this.database.inWorkspace(scopeOf(who), async () => {
      const rows = await this.rows.audit.page(filter, limit + 1);
      const { shown, nextCursor } = pageOf(rows, limit, ({ id }) => writeCursor(ORDER, [id]));
      const names = await this.rows.members.namesOf(shown.map((row) => row.actorUserId));
      const total = totalOf(await this.rows.audit.count(filter, COUNTED_UP_TO + 1));
      return { items: shown.map((row) => eventView(row, names)), nextCursor, ...total };
    });
  }
}

/** The order of the list, as its cursors name it. */
const ORDER = 'audit';

function eventView(row: AuditEventEntity, names: ReadonlyMap<string, string>): AuditEventView {
  const { id, at, actorUserId, actorKind, action, outcome, subjectKind, subjectId, params, requestId } = row;
  const actorName = actorUserId === null ? null : (names.get(actorUserId) ?? null);
  return {
    id,
    at,
    actorUserId,
    actorName,
    actorKind,
    action,
    outcome,
    subjectKind,
    subjectId,
    params,
    requestId,
  };
}
