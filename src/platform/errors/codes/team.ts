/** Refusals about team. */
export const teamCodes = {} as const;
