/** Refusals of the module sequences. */
export const sequenceCodes = {} as const;
