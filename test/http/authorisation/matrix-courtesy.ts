import type { Access } from './access.js';

/** Who may call the operations of courtesy. */
export const courtesyMatrix: Readonly<Record<string, Access>> = {
  'GET /u/:token': 'public',
  'POST /u/:token': 'public',
  'GET /api/v1/suppressions': 'read',
  'POST /api/v1/suppressions': 'write',
  'POST /api/v1/suppressions/import': 'write',
  'POST /api/v1/suppressions/:id/lift': 'write',
  'GET /api/v1/contacts/:id/data-export': 'manage',
  'GET /api/v1/contacts/:id/data-counts': 'manage',
  'GET /api/v1/contacts/:id/may-mail': 'read',
};
