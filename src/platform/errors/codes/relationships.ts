/** Refusals about relationships, links and crawls. */
export const relationshipCodes = {
  'relationship.not_found': 404,
} as const;
