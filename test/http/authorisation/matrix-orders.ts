import type { Access } from './access.js';

/** Who may call the operations of orders. */
export const orderMatrix: Readonly<Record<string, Access>> = {
  'GET /api/v1/orders': 'read',
  'GET /api/v1/orders/export': 'read',
  'POST /api/v1/orders': 'write',
  'GET /api/v1/orders/:id': 'read',
  'PATCH /api/v1/orders/:id': 'write',
  'POST /api/v1/orders/:id/approve': 'manage',
  'POST /api/v1/orders/:id/order': 'write',
  'POST /api/v1/orders/:id/cancel': 'manage',
  'POST /api/v1/orders/:id/pay': 'manage',
  'POST /api/v1/orders/:id/lines/:lineId/credit': 'manage',
  'POST /api/v1/orders/:id/lines/:lineId/replace': 'write',
  'POST /api/v1/orders/:id/lines/:lineId/cancel': 'manage',
  'PUT /api/v1/orders/:id/lines/:lineId/placement': 'write',
  'POST /api/v1/orders/:id/renew': 'write',
  'POST /api/v1/orders/:id/let-end': 'write',
  'GET /api/v1/campaigns/:id/budget': 'read',
  'GET /api/v1/budgets': 'read',
};
