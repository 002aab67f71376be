import type { Access } from './access.js';

/** Who may call the operations of sequences. */
export const sequenceMatrix: Readonly<Record<string, Access>> = {};
