/** Refusals about reclamations. */
export const reclamationCodes = {} as const;
