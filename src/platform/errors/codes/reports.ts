/** Refusals about reports. */
export const reportCodes = {} as const;
