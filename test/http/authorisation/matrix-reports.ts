import type { Access } from './access.js';

/** Who may call the operations of reports. */
export const reportMatrix: Readonly<Record<string, Access>> = {};
