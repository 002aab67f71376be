import { may, type Role } from './roles.js';

/** Why a change of a member is refused; each is a code of refusal. */
export type MembershipFault =
  | 'access.forbidden'
  | 'member.already_left'
  | 'member.last_owner'
  | 'member.role_not_limitable'
  | 'member.clients_needed'
  | 'member.hand_over_invalid';

/** What the rules look at in a member. */
export interface Membership {
  readonly id: string;
  readonly role: Role;
  readonly hasLeft: boolean;
  /** Clients the member is limited to; null means all. */
  readonly clientIds: readonly string[] | null;
}

/** Whether an actor may invite, change or send away somebody of this role: managers only members, viewers and people of clients. */
export function mayManage(actor: Role, target: Role): boolean {
  if (actor === 'owner') return true;
  return actor === 'manager' && target !== 'manager' && target !== 'owner';
}

/** Whether a role can be limited to named clients: those who manage a workspace see all of it. */
export function isLimitable(role: Role): boolean {
  return role !== 'manager' && role !== 'owner';
}

/** Whether somebody of this role sees only named clients, whatever else is wished: a client sees nothing but what is theirs. */
export function isAlwaysLimited(role: Role): boolean {
  return role === 'client';
}

/** Decides whether somebody may come in with this role, limited to these clients (null: not limited). Null when they may. */
export function invitationFault(
  actor: Role,
  role: Role,
  clientIds: readonly string[] | null,
): MembershipFault | null {
  return mayManage(actor, role) ? limitFault(role, clientIds) : 'access.forbidden';
}

function limitFault(role: Role, clientIds: readonly string[] | null): MembershipFault | null {
  if (isAlwaysLimited(role) && (clientIds === null || clientIds.length === 0)) return 'member.clients_needed';
  return clientIds !== null && !isLimitable(role) ? 'member.role_not_limitable' : null;
}

/** A wished change of a member. */
export interface MemberChange {
  readonly target: Membership;
  readonly role: Role;
  /** Clients the member is to be limited to; null means all. */
  readonly clientIds: readonly string[] | null;
  /** Owners the workspace has now, the target included if they are one. */
  readonly owners: number;
}

/** Decides whether an actor may change a member so. Null when they may. */
export function changeFault(actor: Role, change: MemberChange): MembershipFault | null {
  const { target, role } = change;
  if (target.hasLeft) return 'member.already_left';
  if (!mayManage(actor, target.role) || !mayManage(actor, role)) return 'access.forbidden';
  if (target.role === 'owner' && role !== 'owner' && change.owners <= 1) return 'member.last_owner';
  return limitFault(role, change.clientIds);
}

/** Decides whether an actor may end a membership and hand its work to `receiver` (null: to nobody). Null when they may. */
export function leavingFault(
  actor: Role,
  leaver: Membership,
  receiver: Membership | null,
  owners: number,
): MembershipFault | null {
  if (leaver.hasLeft) return 'member.already_left';
  if (!mayManage(actor, leaver.role)) return 'access.forbidden';
  if (leaver.role === 'owner' && owners <= 1) return 'member.last_owner';
  return receiver !== null && !canReceive(leaver, receiver) ? 'member.hand_over_invalid' : null;
}

/** Work goes to somebody who is there, may work on it, and sees every client the leaver saw. */
function canReceive(leaver: Membership, receiver: Membership): boolean {
  if (receiver.id === leaver.id || receiver.hasLeft || !may(receiver.role, 'write')) return false;
  const { clientIds } = receiver;
  return clientIds === null || (leaver.clientIds?.every((id) => clientIds.includes(id)) ?? false);
}

/** Whether a change takes something away, so that the member's sessions elsewhere must end. */
export function isLoss(before: Membership, role: Role, clientIds: readonly string[] | null): boolean {
  const strength: Record<Role, number> = { client: 0, viewer: 1, member: 2, manager: 3, owner: 4 };
  if (strength[role] < strength[before.role]) return true;
  if (clientIds === null) return false;
  return before.clientIds === null || before.clientIds.some((id) => !clientIds.includes(id));
}
