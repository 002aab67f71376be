import type { Access } from './access.js';

/** Who may call the operations of sequences. */
export const sequenceMatrix: Readonly<Record<string, Access>> = {
  'GET /api/v1/sequences': 'read',
  'POST /api/v1/sequences': 'write',
  'GET /api/v1/sequences/:id': 'read',
  'PATCH /api/v1/sequences/:id': 'write',
  'POST /api/v1/sequences/:id/archive': 'write',
  'POST /api/v1/sequences/:id/restore': 'write',
  'POST /api/v1/sequences/:id/check': 'read',
  'GET /api/v1/sequences/:id/enrollments': 'read',
  'POST /api/v1/enrollment-checks': 'write',
  'GET /api/v1/enrollment-checks/:id': 'read',
  'POST /api/v1/enrollment-checks/:id/enroll': 'write',
  'GET /api/v1/enrollments': 'read',
  'POST /api/v1/enrollments': 'write',
  'POST /api/v1/enrollments/preview': 'read',
  'GET /api/v1/enrollments/:id': 'read',
  'POST /api/v1/enrollments/:id/approve': 'manage',
  'POST /api/v1/enrollments/:id/refuse': 'manage',
  'POST /api/v1/enrollments/:id/pause': 'write',
  'POST /api/v1/enrollments/:id/resume': 'write',
  'POST /api/v1/enrollments/:id/skip': 'write',
  'POST /api/v1/enrollments/:id/stop': 'write',
  'POST /api/v1/enrollments/:id/move-to-current': 'write',
  'PATCH /api/v1/enrollments/:id/steps/:stepNo': 'write',
};
