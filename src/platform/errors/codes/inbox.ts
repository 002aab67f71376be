/** Refusals of the module inbox. */
export const inboxCodes = {} as const;
