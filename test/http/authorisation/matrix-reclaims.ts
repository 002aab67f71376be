import type { Access } from './access.js';

/** Who may call the operations of reclamations and ends of partnerships. */
export const reclamationMatrix: Readonly<Record<string, Access>> = {
  'GET /api/v1/publishers/:id/end-partnership': 'write',
  'POST /api/v1/publishers/:id/end-partnership': 'write',
  'GET /api/v1/sites/:id/end-partnership': 'write',
  'POST /api/v1/sites/:id/end-partnership': 'write',
  'GET /api/v1/reclamations': 'read',
  'POST /api/v1/reclamations': 'write',
  'GET /api/v1/reclamations/:id': 'read',
  'PATCH /api/v1/reclamations/:id': 'write',
  'POST /api/v1/reclamations/:id/send': 'write',
  'POST /api/v1/reclamations/:id/answer': 'write',
  'POST /api/v1/reclamations/:id/refuse': 'write',
  'POST /api/v1/reclamations/:id/dismiss': 'write',
  'POST /api/v1/reclamations/:id/reopen': 'write',
};
