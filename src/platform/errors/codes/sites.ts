/** Refusals about sites. */
export const siteCodes = {
  'site.not_found': 404,
  'site.exists': 409,
  'site.has_placements': 409,
} as const;
