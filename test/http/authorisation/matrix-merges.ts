import type { Access } from './access.js';

/** Who may call the operations of merges and splits. */
export const mergeMatrix: Readonly<Record<string, Access>> = {
  'GET /api/v1/merges': 'read',
  'GET /api/v1/merges/preview': 'write',
  'POST /api/v1/merges': 'write',
  'POST /api/v1/merges/:id/undo': 'write',
  'GET /api/v1/doubles': 'read',
  'POST /api/v1/doubles/dismiss': 'write',
};
