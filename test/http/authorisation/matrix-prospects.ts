import type { Access } from './matrix.js';

/** Who may call the operations of prospects. */
export const prospectMatrix: Readonly<Record<string, Access>> = {};
