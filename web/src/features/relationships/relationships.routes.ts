/** The pages of relationships. */
export const relationshipRoutes = [] as const;
