import type { Access } from './access.js';

/** Who may call the operations of inbox. */
export const inboxMatrix: Readonly<Record<string, Access>> = {};
