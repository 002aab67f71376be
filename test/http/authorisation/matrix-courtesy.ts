import type { Access } from './access.js';

/** Who may call the operations of courtesy. */
export const courtesyMatrix: Readonly<Record<string, Access>> = {};
