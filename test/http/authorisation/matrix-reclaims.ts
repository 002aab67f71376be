import type { Access } from './access.js';

/** Who may call the operations of reclamations. */
export const reclamationMatrix: Readonly<Record<string, Access>> = {};
