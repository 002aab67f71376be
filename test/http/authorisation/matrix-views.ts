import type { Access } from './access.js';

/** Who may call the operations of saved views. */
export const viewMatrix: Readonly<Record<string, Access>> = {
  'GET /api/v1/saved-views': 'read',
  'POST /api/v1/saved-views': 'write',
  'PATCH /api/v1/saved-views/:id': 'write',
  'DELETE /api/v1/saved-views/:id': 'write',
};
