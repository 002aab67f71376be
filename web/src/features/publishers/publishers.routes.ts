/** The pages of publishers. */
export const publisherRoutes = [] as const;
