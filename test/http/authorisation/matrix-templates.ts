import type { Access } from './access.js';

/** Who may call the operations of templates. */
export const templateMatrix: Readonly<Record<string, Access>> = {
  'GET /api/v1/templates': 'read',
  'POST /api/v1/templates': 'write',
  'POST /api/v1/templates/lint': 'read',
  'GET /api/v1/templates/:id': 'read',
  'PATCH /api/v1/templates/:id': 'write',
  'GET /api/v1/templates/:id/versions': 'read',
  'POST /api/v1/templates/:id/versions': 'write',
  'POST /api/v1/templates/:id/versions/:versionId/restore': 'write',
  'POST /api/v1/templates/:id/archive': 'write',
  'POST /api/v1/templates/:id/restore': 'write',
  'GET /api/v1/template-starters': 'read',
  'GET /api/v1/template-variables': 'read',
  'GET /api/v1/snippets': 'read',
  'POST /api/v1/snippets': 'write',
  'PATCH /api/v1/snippets/:id': 'write',
  'POST /api/v1/snippets/:id/archive': 'write',
  'POST /api/v1/snippets/:id/restore': 'write',
  'POST /api/v1/pitches/:id/mail-preview': 'read',
};
