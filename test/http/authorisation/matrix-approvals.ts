import type { Access } from './access.js';

/** Who may call the operations of approvals. */
export const approvalMatrix: Readonly<Record<string, Access>> = {};
