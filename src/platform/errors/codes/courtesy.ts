/** Refusals of the module courtesy. */
export const courtesyCodes = {} as const;
