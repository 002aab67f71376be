/** Refusals about tasks. */
export const taskCodes = {} as const;
