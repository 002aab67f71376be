import type { Access } from './matrix.js';

/** Who may call the operations of publishers. */
export const publisherMatrix: Readonly<Record<string, Access>> = {};
