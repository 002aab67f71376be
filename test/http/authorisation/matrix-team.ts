import type { Access } from './access.js';

/** Who may call the operations of team. */
export const teamMatrix: Readonly<Record<string, Access>> = {};
