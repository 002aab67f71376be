import type { Access } from './matrix.js';

/** Who may call the operations of contact finding and outside services. */
export const discoveryMatrix: Readonly<Record<string, Access>> = {};
