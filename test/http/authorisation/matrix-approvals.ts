import type { Access } from './access.js';

/** Who may call the operations of approvals. */
export const approvalMatrix: Readonly<Record<string, Access>> = {
  'POST /api/v1/approvals': 'write',
  'GET /api/v1/approvals': 'read',
  'GET /api/v1/approvals/:id': 'read',
  'GET /api/v1/approvals/:id/files/:sha256': 'read',
  'POST /api/v1/approvals/:id/withdraw': 'write',
  'POST /api/v1/approvals/:id/comments': 'write',
  'GET /api/v1/client/approvals': 'portal',
  'GET /api/v1/client/approvals/:id': 'portal',
  'GET /api/v1/client/approvals/:id/files/:sha256': 'portal',
  'POST /api/v1/client/approvals/:id/accept': 'decide',
  'POST /api/v1/client/approvals/:id/refuse': 'decide',
  'POST /api/v1/client/approvals/:id/comment': 'decide',
};
