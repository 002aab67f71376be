import type { Access } from './access.js';

/** Who may call the operations of campaigns. */
export const campaignMatrix: Readonly<Record<string, Access>> = {};
