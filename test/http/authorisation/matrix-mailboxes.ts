import type { Access } from './access.js';

/** Who may call the operations of mailboxes. */
export const mailboxMatrix: Readonly<Record<string, Access>> = {
  'GET /api/v1/mailboxes': 'read',
  'POST /api/v1/mailboxes': 'write',
  'POST /api/v1/mailboxes/guess': 'write',
  'POST /api/v1/mailboxes/test': 'write',
  'POST /api/v1/mailboxes/catcher': 'write',
  'GET /api/v1/mailboxes/:id': 'read',
  'PATCH /api/v1/mailboxes/:id': 'write',
  'POST /api/v1/mailboxes/:id/test': 'write',
  'POST /api/v1/mailboxes/:id/pause': 'write',
  'POST /api/v1/mailboxes/:id/resume': 'write',
  'POST /api/v1/mailboxes/:id/archive': 'write',
  'POST /api/v1/mailboxes/:id/read-history': 'write',
  'GET /api/v1/mail-catcher': 'read',
  'GET /api/v1/oauth-apps': 'read',
  'GET /api/v1/oauth-apps/:provider': 'read',
  'PUT /api/v1/oauth-apps/:provider': 'manage',
  'DELETE /api/v1/oauth-apps/:provider': 'manage',
  'POST /api/v1/mailboxes/oauth/start': 'write',
  'GET /api/v1/mailboxes/oauth/callback': 'write',
};
