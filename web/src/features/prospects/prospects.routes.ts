/** The pages of prospects. */
export const prospectRoutes = [] as const;
