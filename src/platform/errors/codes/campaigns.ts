/** Refusals about campaigns. */
export const campaignCodes = {} as const;
