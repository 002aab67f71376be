import type { Access } from './matrix.js';

/** Who may call the operations of saved views. */
export const viewMatrix: Readonly<Record<string, Access>> = {};
