import type { Access } from './access.js';

/** Who may call the operations of inbox. */
export const inboxMatrix: Readonly<Record<string, Access>> = {
  'GET /api/v1/conversations': 'read',
  'GET /api/v1/conversations/:id': 'read',
  'GET /api/v1/conversations/:id/suggestions': 'read',
  'POST /api/v1/conversations/:id/reply': 'write',
  'POST /api/v1/conversations/:id/assign': 'write',
  'POST /api/v1/conversations/:id/snooze': 'write',
  'POST /api/v1/conversations/:id/done': 'write',
  'POST /api/v1/conversations/:id/reopen': 'write',
  'POST /api/v1/conversations/:id/notes': 'write',
  'POST /api/v1/conversations/:id/match': 'write',
  'POST /api/v1/conversations/:id/resume': 'write',
  'GET /api/v1/inbox/counts': 'read',
  'POST /api/v1/inbox/poll': 'write',
  'GET /api/v1/inbound-messages/:id/html': 'read',
  'POST /api/v1/inbound-messages/:id/correct': 'write',
  'POST /api/v1/inbound-messages/:id/terms/record': 'write',
  'POST /api/v1/inbound-messages/:id/terms/dismiss': 'write',
  'POST /api/v1/inbound-messages/:id/opt-out/decide': 'write',
};
