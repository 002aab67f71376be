import type { Access } from './access.js';

/** Who may call the operations of reports. */
export const reportMatrix: Readonly<Record<string, Access>> = {
  'GET /api/v1/reports': 'read',
  'POST /api/v1/reports': 'write',
  'GET /api/v1/reports/:id': 'read',
  'PATCH /api/v1/reports/:id': 'write',
  'DELETE /api/v1/reports/:id': 'write',
  'POST /api/v1/reports/:id/refresh-checks': 'write',
  'POST /api/v1/reports/:id/send': 'write',
  'GET /api/v1/reports/:id/file.xlsx': 'read',
  'GET /api/v1/reports/:id/logo': 'read',
  'GET /api/v1/reports/:id/links': 'read',
  'POST /api/v1/reports/:id/links': 'write',
  'DELETE /api/v1/reports/:id/links/:linkId': 'write',
  'GET /api/v1/shared-reports/:token': 'public',
  'GET /api/v1/shared-reports/:token/file.xlsx': 'public',
  'GET /api/v1/shared-reports/:token/logo': 'public',
  'GET /api/v1/client/overview': 'portal',
  'GET /api/v1/client/placements': 'portal',
  'GET /api/v1/client/clients/:id/logo': 'portal',
  'GET /api/v1/client/reports': 'portal',
  'GET /api/v1/client/reports/:id': 'portal',
  'GET /api/v1/client/reports/:id/file.xlsx': 'portal',
  'GET /api/v1/client/reports/:id/logo': 'portal',
};
