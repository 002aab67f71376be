import type { Access } from './access.js';

/** Who may call the operations of sending. */
export const sendingMatrix: Readonly<Record<string, Access>> = {
  'GET /api/v1/deliverability': 'read',
  'GET /api/v1/outbox': 'read',
  'GET /api/v1/outbox/summary': 'read',
  'GET /api/v1/outbox/:id': 'read',
  'POST /api/v1/outbox/:id/send-now': 'write',
  'POST /api/v1/outbox/:id/hold': 'write',
  'POST /api/v1/outbox/:id/release': 'write',
  'POST /api/v1/outbox/:id/cancel': 'write',
  'POST /api/v1/outbox/:id/settle': 'write',
  'GET /api/v1/sending': 'read',
  'POST /api/v1/sending/pause': 'manage',
  'POST /api/v1/sending/resume': 'manage',
  'POST /api/v1/sending/resume-unreconciled': 'own',
};
