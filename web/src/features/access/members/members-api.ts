import { query } from '../../../api/client.js';
import type { Role } from '../../../api/views.js';

export const membersQuery = query.queryOptions('get', '/api/v1/members', {
  params: { query: { state: 'active' } },
});
export const formerMembersQuery = query.queryOptions('get', '/api/v1/members', {
  params: { query: { state: 'left' } },
});
export const invitationsQuery = query.queryOptions('get', '/api/v1/invitations');

export const ROLES = ['client', 'viewer', 'member', 'manager', 'owner'] as const satisfies readonly Role[];

/** The roles somebody may give, and whose bearers they may change: an owner all, a manager all but managers and owners. */
export function rolesInReach(mine: Role): readonly Role[] {
  if (mine === 'owner') return ROLES;
  return mine === 'manager' ? ['client', 'viewer', 'member'] : [];
}

/** Whether a role can be limited to named clients: those who manage a workspace see all of it. */
export function isLimitable(role: Role): boolean {
  return role !== 'manager' && role !== 'owner';
}

/** Whether a role never sees all clients: somebody of a client sees what is theirs. */
export function isAlwaysLimited(role: Role): boolean {
  return role === 'client';
}
