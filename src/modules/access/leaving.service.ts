import { Injectable } from '@nestjs/common';
import { leavingFault } from '../../core/access/membership.js';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors/app-error.js';
import { Events } from '../../platform/events/events.js';
import { type Principal, scopeOf } from '../../platform/http/principal.js';
import { AccessRows } from './access-rows.js';
import { LeavingCounters, type Owned } from './leaving-counters.service.js';
import type { LeavingPreview, LeavingResult } from './members.dto.js';
import type { MemberWithClients } from './members.repository.js';
import { MembersService, membershipOf } from './members.service.js';

/** Somebody leaves: their sessions and tokens end, and their work goes to somebody else, all in one transaction. */
@Injectable()
export class LeavingService {
  constructor(
    private readonly database: Database,
    private readonly rows: AccessRows,
    private readonly members: MembersService,
    private readonly counters: LeavingCounters,
    private readonly events: Events,
  ) {}

  /** What would end and what would need a new owner. Throws `member.not_found`. */
  preview(who: Principal, id: string): Promise<LeavingPreview> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const { row } = await this.members.get(who.workspaceId, id);
      const { placementCount } = await this.members.view(who.workspaceId, id);
      const tokens = await this.rows.apiTokens.list(who.workspaceId, id);
      const sessions = await this.rows.sessions.count(row.userId, who.workspaceId);
      const work = {
        prospects: await this.owned('prospects', id),
        campaigns: await this.owned('campaigns', id),
        pitches: await this.owned('pitches', id),
        tasks: await this.owned('tasks', id),
        orders: await this.owned('orders', id),
      };
      return { placements: placementCount, ...work, sessions, tokens: tokens.length };
    });
  }

  /**
   * Ends a membership. Listeners of `member.left` hand the work over in the same transaction. Throws
   * `member.not_found` or a reason of `leavingFault`.
   */
  leave(who: Principal, id: string, handOverTo: string | null, at: Date): Promise<LeavingResult> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const leaver = await this.admitted(who, id, handOverTo);
      const { placementCount } = await this.members.view(who.workspaceId, id);
      const prospectCount = await this.owned('prospects', id);
      await this.rows.members.save({ ...leaver.row, leftAt: at }, leaver.clientIds);
      const revokedTokens = await this.rows.apiTokens.revokeAll(who.workspaceId, id, at);
      const endedSessions = await this.rows.sessions.endAll({
        userId: leaver.row.userId,
        workspaceId: who.workspaceId,
      });
      await this.events.record({
        kind: 'member.left',
        subjects: [{ kind: 'member', id }],
        params: { memberId: id, handOverTo },
      });
      const member = await this.members.view(who.workspaceId, id);
      const handedOver =
        handOverTo === null
          ? { placements: 0, prospects: 0 }
          : { placements: placementCount, prospects: prospectCount };
      return { member, handedOver, endedSessions, revokedTokens };
    });
  }

  private async owned(what: Owned, id: string): Promise<number> {
    return (await this.counters.count(what, [id]))(id);
  }

  private async admitted(who: Principal, id: string, handOverTo: string | null): Promise<MemberWithClients> {
    const owners = await this.rows.members.lockOwners(who.workspaceId);
    const leaver = await this.members.get(who.workspaceId, id);
    const receiver = handOverTo === null ? null : await this.rows.members.find(who.workspaceId, handOverTo);
    if (handOverTo !== null && receiver === null) throw new AppError('member.hand_over_invalid');
    const fault = leavingFault(
      who.role,
      membershipOf(leaver),
      receiver === null ? null : membershipOf(receiver),
      owners,
    );
    if (fault !== null) throw new AppError(fault);
    return leaver;
  }
}
