import type { Access } from './access.js';

/** Who may call the operations of sending. */
export const sendingMatrix: Readonly<Record<string, Access>> = {
  'GET /api/v1/deliverability': 'read',
};
