/** Refusals about prospects. */
export const prospectCodes = {
  'prospect.not_found': 404,
} as const;
