/** Refusals about saved views. */
export const viewCodes = {
  'view.not_found': 404,
} as const;
