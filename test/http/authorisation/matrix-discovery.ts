import type { Access } from './access.js';

/** Who may call the operations of contact finding and outside services. */
export const discoveryMatrix: Readonly<Record<string, Access>> = {
  'GET /api/v1/contact-proposals': 'read',
  'POST /api/v1/contact-proposals/:id/accept': 'write',
  'POST /api/v1/contact-proposals/:id/dismiss': 'write',
  'POST /api/v1/sites/:id/find-contacts': 'write',
  'POST /api/v1/sites/:id/measure': 'write',
  'GET /api/v1/placements/:id/search': 'read',
  'POST /api/v1/placements/:id/search': 'write',
  'POST /api/v1/placements/:id/search/accept': 'write',
  'POST /api/v1/search': 'write',
  'POST /api/v1/search/sites': 'read',
  'GET /api/v1/services': 'read',
  'GET /api/v1/service-keys': 'manage',
  'GET /api/v1/service-keys/:service': 'manage',
  'PUT /api/v1/service-keys/:service': 'manage',
  'DELETE /api/v1/service-keys/:service': 'manage',
  'POST /api/v1/service-keys/:service/test': 'manage',
};
