/** Refusals of the module sending. */
export const sendingCodes = {} as const;
