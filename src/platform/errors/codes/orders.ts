/** Refusals about orders. */
export const orderCodes = {} as const;
