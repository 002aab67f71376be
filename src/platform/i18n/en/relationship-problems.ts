import type { relationshipCodes } from '../../errors/codes/relationships.js';

/** What happened and what to do next, for refusals about relationships, links and crawls. */
export const relationshipProblems: Readonly<Record<keyof typeof relationshipCodes, string>> = {
  'relationship.not_found': 'There is no such relationship here. Go back to the list.',
};
