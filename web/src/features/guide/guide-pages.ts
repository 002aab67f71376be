/** The pages of the guide. */
export const GUIDE_PAGES = ['start', 'checks', 'imports', 'mail', 'mailboxes', 'api'] as const;
