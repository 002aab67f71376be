import type { Access } from './access.js';

/** Who may call the operations of tasks, assets, and what is entered by hand. */
export const taskMatrix: Readonly<Record<string, Access>> = {
  'GET /api/v1/tasks': 'read',
  'GET /api/v1/tasks/counts': 'read',
  'POST /api/v1/tasks': 'write',
  'POST /api/v1/tasks/bulk': 'write',
  'GET /api/v1/tasks/:id': 'read',
  'PATCH /api/v1/tasks/:id': 'write',
  'POST /api/v1/tasks/:id/done': 'write',
  'POST /api/v1/tasks/:id/reopen': 'write',
  'POST /api/v1/tasks/:id/remove': 'write',
  'GET /api/v1/assets': 'read',
  'POST /api/v1/assets': 'write',
  'GET /api/v1/assets/:id': 'read',
  'PATCH /api/v1/assets/:id': 'write',
  'POST /api/v1/assets/:id/archive': 'write',
  'POST /api/v1/assets/:id/restore': 'write',
  'POST /api/v1/suggestions/read-page': 'write',
  'POST /api/v1/suggestions/read-text': 'write',
  'GET /api/v1/suggestions/readings/:id': 'read',
  'POST /api/v1/pitches/:id/prove': 'write',
};
