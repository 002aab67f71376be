/** Refusals about saved views. */
export const viewCodes = {
  'view.not_found': 404,
  'view.too_many': 422,
} as const;
