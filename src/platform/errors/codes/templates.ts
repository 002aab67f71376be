/** Refusals about templates. */
export const templateCodes = {} as const;
