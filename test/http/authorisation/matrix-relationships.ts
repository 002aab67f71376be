import type { Access } from './access.js';

/** Who may call the operations of relationships, links and crawls. */
export const relationshipMatrix: Readonly<Record<string, Access>> = {
  'GET /api/v1/relationships': 'read',
  'GET /api/v1/relationships/counts': 'read',
  'GET /api/v1/relationships/summary': 'read',
  'GET /api/v1/relationships/export': 'read',
  'POST /api/v1/relationships': 'write',
  'GET /api/v1/relationships/:id': 'read',
  'PATCH /api/v1/relationships/:id': 'write',
  'PUT /api/v1/relationships/:id/litmus': 'write',
  'GET /api/v1/relationships/:id/links': 'read',
  'POST /api/v1/relationships/:id/links': 'write',
  'POST /api/v1/links/:id/remove': 'write',
  'GET /api/v1/target-pages/:id/anchors': 'read',
  'GET /api/v1/brands/:id/crawl': 'read',
  'PUT /api/v1/brands/:id/crawl': 'manage',
  'POST /api/v1/brands/:id/crawl/start': 'write',
  'GET /api/v1/crawls/:id': 'read',
  'POST /api/v1/crawls/:id/stop': 'write',
  'GET /api/v1/crawls/:id/pages': 'read',
  'GET /api/v1/timelines/:subjectKind/:subjectId': 'read',
  'POST /api/v1/notes': 'write',
  'POST /api/v1/notes/:id/remove': 'write',
};
