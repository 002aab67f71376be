import type { Access } from './access.js';

/** Who may call the operations of the team's page and of one's own day. */
export const teamMatrix: Readonly<Record<string, Access>> = {
  'GET /api/v1/team/overview': 'read',
  'GET /api/v1/my-day': 'read',
};
