/** The pages of doubles and merges. */
export const mergeRoutes = [] as const;
