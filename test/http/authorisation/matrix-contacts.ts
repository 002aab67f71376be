import type { Access } from './matrix.js';

/** Who may call the operations of contacts. */
export const contactMatrix: Readonly<Record<string, Access>> = {};
