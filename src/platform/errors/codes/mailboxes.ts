/** Refusals of the module mailboxes. */
export const mailboxCodes = {} as const;
