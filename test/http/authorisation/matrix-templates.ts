import type { Access } from './access.js';

/** Who may call the operations of templates. */
export const templateMatrix: Readonly<Record<string, Access>> = {};
