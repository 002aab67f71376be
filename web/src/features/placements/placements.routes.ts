/** The pages about placements, for the router. */
export const placementRoutes = [] as const;
