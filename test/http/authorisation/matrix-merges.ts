import type { Access } from './matrix.js';

/** Who may call the operations of merges and splits. */
export const mergeMatrix: Readonly<Record<string, Access>> = {};
