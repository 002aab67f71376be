import type { Access } from './matrix.js';

/** Who may call the operations of relationships, links and crawls. */
export const relationshipMatrix: Readonly<Record<string, Access>> = {};
