import type { Access } from './access.js';

/** Who may call the operations of mailboxes. */
export const mailboxMatrix: Readonly<Record<string, Access>> = {};
