import type { Access } from './access.js';

/** Who may call the operations of orders. */
export const orderMatrix: Readonly<Record<string, Access>> = {};
