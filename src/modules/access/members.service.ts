import { Injectable } from '@nestjs/common';
import {
  changeFault,
  isAlwaysLimited,
  isLimitable,
  isLoss,
  type Membership,
} from '../../core/access/membership.js';
import { may } from '../../core/access/roles.js';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors/app-error.js';
import { Events } from '../../platform/events/events.js';
import { type Principal, scopeOf } from '../../platform/http/principal.js';
import { AccessRows } from './access-rows.js';
import { LeavingCounters } from './leaving-counters.service.js';
import type { MemberPatch, MembersView, MemberView } from './members.dto.js';
import type { MemberWithClients } from './members.repository.js';

/** The people of a workspace: who they are, what they may. */
@Injectable()
export class MembersService {
  constructor(
    private readonly database: Database,
    private readonly rows: AccessRows,
    private readonly events: Events,
    private readonly counters: LeavingCounters,
  ) {}

  /** Those who are there, or those who left. */
  list(who: Principal, state: 'active' | 'left'): Promise<MembersView> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const members = await this.rows.members.list(who.workspaceId, state);
      const ids = members.map(({ row }) => row.id);
      const placements = await this.counters.count('placements', ids);
      const shown = members.map((member) => memberView(member, placements(member.row.id)));
      return { items: shown.map((view) => ({ ...view, clientIds: visibleTo(who, view.clientIds) })) };
    });
  }

  /** Changes role, limits, digest or position. Throws `member.not_found` or a reason of `changeFault`. */
  change(who: Principal, id: string, patch: MemberPatch): Promise<MemberView> {
    const isOwnWish = id === who.memberId && Object.keys(patch).every((key) => OWN_WISHES.includes(key));
    if (!isOwnWish && !may(who.role, 'manage', who.tokenScope)) throw new AppError('access.forbidden');
    return this.database.inWorkspace(scopeOf(who), async () => {
      const owners = await this.rows.members.lockOwners(who.workspaceId);
      const member = await this.get(who.workspaceId, id);
      const next = wished(member, patch);
      const clientIds = next.limited ? next.clientIds : null;
      const change = { target: membershipOf(member), role: next.role, clientIds, owners };
      const fault = isOwnWish ? null : changeFault(who.role, change);
      if (fault !== null) throw new AppError(fault);
      await this.assertClients(next.clientIds);
      await this.save(who, member, next);
      return this.view(who.workspaceId, id);
    });
  }

  /** A member with the clients they are limited to, in the open transaction. Throws `member.not_found`. */
  async get(workspaceId: string, id: string): Promise<MemberWithClients> {
    const member = await this.rows.members.find(workspaceId, id);
    if (member === null) throw new AppError('member.not_found');
    return member;
  }

  /** What is shown of a member, in the open transaction. */
  async view(workspaceId: string, id: string): Promise<MemberView> {
    const placements = await this.counters.count('placements', [id]);
    return memberView(await this.get(workspaceId, id), placements(id));
  }

  /** Throws `member.client_unknown` unless all ids are clients of the workspace, in the open transaction. */
  async assertClients(ids: readonly string[]): Promise<void> {
    const known = ids.length === 0 ? [] : await this.rows.members.knownClients(ids);
    if (ids.some((id) => !known.includes(id))) throw new AppError('member.client_unknown');
  }

  private async save(who: Principal, member: MemberWithClients, next: Wished): Promise<void> {
    const before = membershipOf(member);
    const { row } = member;
    const clientIds = next.limited ? next.clientIds : null;
    const changed = {
      ...row,
      role: next.role,
      limitedToClients: next.limited,
      digest: next.digest,
      position: next.position,
    };
    await this.rows.members.save(changed, clientIds ?? []);
    if (isLoss(before, next.role, clientIds)) {
      const except = who.sessionId === null ? {} : { except: who.sessionId };
      await this.rows.sessions.endAll({ userId: row.userId, workspaceId: who.workspaceId, ...except });
    }
    if (next.role === row.role) return;
    await this.events.record({
      kind: 'member.role_changed',
      subjects: [{ kind: 'member', id: row.id }],
      params: { from: row.role, to: next.role },
    });
  }
}

interface Wished {
  readonly role: MemberView['role'];
  readonly limited: boolean;
  readonly clientIds: readonly string[];
  readonly digest: boolean;
  readonly position: string;
}

/** What everybody may change of themselves. */
const OWN_WISHES: readonly string[] = ['digest', 'position'];

/** A role that sees everything takes the limit off and one that never does sets it, unless the change says otherwise (and is refused). */
function wished({ row, clientIds }: MemberWithClients, patch: MemberPatch): Wished {
  const role = patch.role ?? row.role;
  const limited =
    patch.limitedToClients ?? (isAlwaysLimited(role) || (row.limitedToClients && isLimitable(role)));
  return {
    role,
    limited,
    clientIds: limited ? (patch.clientIds ?? clientIds) : [],
    digest: patch.digest ?? row.digest,
    position: patch.position?.trim() ?? row.position,
  };
}

/** A member limited to clients does not learn the ids of others from the limits of colleagues. */
function visibleTo(who: Principal, clientIds: readonly string[]): string[] {
  return clientIds.filter((id) => who.clientIds?.includes(id) ?? true);
}

/** What the rules look at in a member. */
export function membershipOf({ row, clientIds }: MemberWithClients): Membership {
  return {
    id: row.id,
    role: row.role,
    hasLeft: row.leftAt !== null,
    clientIds: row.limitedToClients ? clientIds : null,
  };
}

function memberView({ row, clientIds }: MemberWithClients, placementCount: number): MemberView {
  const { id, userId, name, email, role, limitedToClients, digest, position, createdAt, leftAt } = row;
  return {
    id,
    userId,
    name,
    email,
    role,
    limitedToClients,
    clientIds: [...clientIds],
    digest,
    position,
    createdAt,
    leftAt,
    placementCount,
  };
}
