import type { Access } from './access.js';

/** Who may call the operations of contacts. */
export const contactMatrix: Readonly<Record<string, Access>> = {
  'GET /api/v1/contacts': 'read',
  'GET /api/v1/contacts/export': 'read',
  'POST /api/v1/contacts': 'write',
  'POST /api/v1/contacts/check-addresses': 'write',
  'GET /api/v1/contacts/:id': 'read',
  'PATCH /api/v1/contacts/:id': 'write',
  'POST /api/v1/contacts/:id/archive': 'write',
  'POST /api/v1/contacts/:id/restore': 'write',
  'POST /api/v1/contacts/:id/erase': 'manage',
  'POST /api/v1/contacts/:id/addresses': 'write',
  'PATCH /api/v1/contact-addresses/:id': 'write',
  'DELETE /api/v1/contact-addresses/:id': 'write',
  'POST /api/v1/contact-addresses/:id/check': 'write',
  'POST /api/v1/contact-addresses/:id/verify': 'write',
  'POST /api/v1/contacts/:id/places': 'write',
  'POST /api/v1/contact-places/:id/end': 'write',
  'POST /api/v1/contacts/:id/grounds': 'write',
  'POST /api/v1/contact-grounds/:id/withdraw': 'write',
  'POST /api/v1/contacts/:id/objected': 'write',
};
