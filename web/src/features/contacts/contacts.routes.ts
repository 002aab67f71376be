/** The pages of contacts. */
export const contactRoutes = [] as const;
