/** The pages about imports, for the router. */
export const importRoutes = [] as const;
