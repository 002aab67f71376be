import type { Access } from './access.js';
import { approvalMatrix } from './matrix-approvals.js';
import { campaignMatrix } from './matrix-campaigns.js';
import { contactMatrix } from './matrix-contacts.js';
import { courtesyMatrix } from './matrix-courtesy.js';
import { discoveryMatrix } from './matrix-discovery.js';
import { inboxMatrix } from './matrix-inbox.js';
import { mailboxMatrix } from './matrix-mailboxes.js';
import { mergeMatrix } from './matrix-merges.js';
import { orderMatrix } from './matrix-orders.js';
import { prospectMatrix } from './matrix-prospects.js';
import { publisherMatrix } from './matrix-publishers.js';
import { reclamationMatrix } from './matrix-reclaims.js';
import { relationshipMatrix } from './matrix-relationships.js';
import { reportMatrix } from './matrix-reports.js';
import { sendingMatrix } from './matrix-sending.js';
import { sequenceMatrix } from './matrix-sequences.js';
import { taskMatrix } from './matrix-tasks.js';
import { teamMatrix } from './matrix-team.js';
import { templateMatrix } from './matrix-templates.js';
import { viewMatrix } from './matrix-views.js';

/** One line for each operation of the program. A test fails for an operation without one. */
export const MATRIX: Readonly<Record<string, Access>> = {
  'GET /health/live': 'public',
  'GET /health/ready': 'public',
  'GET /metrics': 'public',
  'GET /api/openapi.json': 'public',

  'GET /api/v1/setup': 'public',
  'POST /api/v1/setup': 'public',
  'POST /api/v1/setup/demo': 'public',
  'GET /api/v1/session': 'self',
  'POST /api/v1/session': 'public',
  'DELETE /api/v1/session': 'public',
  'PUT /api/v1/session/workspace': 'session',
  'PATCH /api/v1/session/user': 'session',
  'POST /api/v1/session/password': 'session',
  'GET /api/v1/sessions': 'session',
  'DELETE /api/v1/sessions/:id': 'session',
  'GET /api/v1/members': 'read',
  'PATCH /api/v1/members/:id': 'manage',
  'GET /api/v1/members/:id/leaving': 'manage',
  'POST /api/v1/members/:id/leave': 'manage',
  'GET /api/v1/invitations': 'manage',
  'POST /api/v1/invitations': 'manage',
  'DELETE /api/v1/invitations/:id': 'manage',
  'GET /api/v1/invitations/by-token/:token': 'public',
  'POST /api/v1/invitations/by-token/:token/accept': 'public',
  'GET /api/v1/api-tokens': 'team_session',
  'POST /api/v1/api-tokens': 'team_session',
  'DELETE /api/v1/api-tokens/:id': 'team_session',
  'GET /api/v1/workspace': 'read',
  'PATCH /api/v1/workspace': 'manage',
  'GET /api/v1/audit-events': 'manage',

  'GET /api/v1/jobs/:id': 'read',
  'GET /api/v1/jobs/:id/stream': 'read',
  'POST /api/v1/jobs/:id/undo': 'write',
  'GET /api/v1/stream': 'read',

  'GET /api/v1/clients': 'read',
  'POST /api/v1/clients': 'manage',
  'GET /api/v1/clients/:id': 'read',
  'PATCH /api/v1/clients/:id': 'manage',
  'GET /api/v1/clients/:id/logo': 'read',
  'PUT /api/v1/clients/:id/logo': 'manage',
  'DELETE /api/v1/clients/:id/logo': 'manage',
  'POST /api/v1/clients/:id/archive': 'manage',
  'POST /api/v1/clients/:id/restore': 'manage',
  'POST /api/v1/clients/:id/brands': 'manage',
  'PATCH /api/v1/brands/:id': 'manage',
  'POST /api/v1/brands/:id/archive': 'manage',
  'POST /api/v1/brands/:id/restore': 'manage',
  'GET /api/v1/brands/:id/target-pages': 'read',
  'POST /api/v1/brands/:id/target-pages': 'manage',
  'PATCH /api/v1/target-pages/:id': 'manage',
  'POST /api/v1/target-pages/:id/archive': 'manage',
  'POST /api/v1/target-pages/move': 'manage',

  'GET /api/v1/sites': 'read',
  'POST /api/v1/sites': 'manage',
  'POST /api/v1/sites/:id/rejoin': 'manage',
  'GET /api/v1/sites/:id': 'read',

  'GET /api/v1/placements': 'read',
  'GET /api/v1/placements/counts': 'read',
  'GET /api/v1/placements/export': 'read',
  'POST /api/v1/placements': 'write',
  'POST /api/v1/placements/bulk': 'write',
  'GET /api/v1/placements/:id': 'read',
  'PATCH /api/v1/placements/:id': 'write',
  'POST /api/v1/placements/:id/check': 'write',
  'POST /api/v1/placements/:id/accept': 'write',
  'POST /api/v1/placements/:id/end': 'write',
  'POST /api/v1/placements/:id/release': 'write',
  'POST /api/v1/placements/:id/replace': 'write',
  'POST /api/v1/placements/:id/reopen': 'write',
  'POST /api/v1/placements/:id/archive': 'write',
  'POST /api/v1/placements/:id/restore': 'write',
  'POST /api/v1/placements/:id/seen-by-hand': 'write',
  'GET /api/v1/placements/:id/sightings': 'read',
  'GET /api/v1/placements/:id/sightings/:sightingId/picture': 'read',
  'POST /api/v1/placements/:id/documents': 'write',
  'GET /api/v1/placements/:id/documents/:sourceId': 'read',
  'GET /api/v1/placements/:id/checks': 'read',
  'GET /api/v1/placements/:id/evidence': 'read',
  'GET /api/v1/placements/:id/timeline': 'read',

  'POST /api/v1/imports': 'write',
  'GET /api/v1/imports': 'read',
  'GET /api/v1/imports/:id': 'read',
  'PUT /api/v1/imports/:id/mapping': 'write',
  'POST /api/v1/imports/:id/try': 'write',
  'POST /api/v1/imports/:id/run': 'write',
  'POST /api/v1/imports/:id/undo': 'write',
  'GET /api/v1/imports/:id/rows': 'read',
  'GET /api/v1/imports/:id/errors.csv': 'read',
  'PUT /api/v1/imports/:id/sheet': 'write',
  'GET /api/v1/import-formats': 'read',

  'GET /api/v1/notifications': 'read',
  'POST /api/v1/notifications/read': 'read',
  'GET /api/v1/today': 'read',
  'GET /api/v1/mail': 'manage',
  'GET /api/v1/mail/:id': 'manage',
  'POST /api/v1/mail/test': 'manage',
  ...publisherMatrix,
  ...contactMatrix,
  ...prospectMatrix,
  ...relationshipMatrix,
  ...mergeMatrix,
  ...viewMatrix,
  ...discoveryMatrix,
  ...templateMatrix,
  ...taskMatrix,
  ...campaignMatrix,
  ...orderMatrix,
  ...approvalMatrix,
  ...mailboxMatrix,
  ...courtesyMatrix,
  ...sequenceMatrix,
  ...sendingMatrix,
  ...inboxMatrix,
  ...reclamationMatrix,
  ...reportMatrix,
  ...teamMatrix,
};
