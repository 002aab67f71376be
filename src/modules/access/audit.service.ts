import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import type { Principal } from '../../platform/http/principal.js';
import { requestIdOf } from '../../platform/http/request-id.js';
import type { Act } from './act.js';
import { AuditRepository } from './audit.repository.js';
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
    private readonly repository: AuditRepository,
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
      this.repository.add({
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
}
