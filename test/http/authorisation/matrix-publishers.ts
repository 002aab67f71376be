import type { Access } from './access.js';

/** Who may call the operations of publishers, of conditions, and of figures about sites. */
export const publisherMatrix: Readonly<Record<string, Access>> = {
  'GET /api/v1/publishers': 'read',
  'GET /api/v1/publishers/doubles-of': 'read',
  'GET /api/v1/publishers/export': 'read',
  'POST /api/v1/publishers': 'write',
  'GET /api/v1/publishers/:id': 'read',
  'PATCH /api/v1/publishers/:id': 'write',
  'POST /api/v1/publishers/:id/archive': 'write',
  'POST /api/v1/publishers/:id/restore': 'write',
  'POST /api/v1/publishers/:id/sites': 'write',
  'POST /api/v1/publishers/:id/sites/:linkId/end': 'write',
  'GET /api/v1/publishers/:id/conditions': 'read',
  'POST /api/v1/publishers/:id/conditions': 'write',
  'GET /api/v1/sites/:id/conditions': 'read',
  'POST /api/v1/sites/:id/conditions': 'write',
  'POST /api/v1/conditions/:id/remove': 'write',
  'GET /api/v1/sites/:id/publishers': 'read',
  'POST /api/v1/sites/:id/new-owner': 'write',
  'POST /api/v1/sites/:id/new-owner/undo': 'write',
  'GET /api/v1/site-metrics': 'read',
  'GET /api/v1/sites/:id/metrics': 'read',
  'POST /api/v1/sites/:id/metrics': 'write',
  'GET /api/v1/authority': 'read',
  'POST /api/v1/authority/refresh': 'manage',
};
