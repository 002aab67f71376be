import type { Access } from './access.js';

/** Who may call the operations of tasks. */
export const taskMatrix: Readonly<Record<string, Access>> = {};
