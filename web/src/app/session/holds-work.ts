import type { Role } from '../../api/views.js';

/** Whether members of this role can own work of the team: viewers only read, people of clients are not the team. */
export function holdsWork(role: Role): boolean {
  return role !== 'viewer' && role !== 'client';
}
