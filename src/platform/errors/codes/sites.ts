/** Refusals about sites. */
export const siteCodes = {
  'site.not_found': 404,
  'site.exists': 409,
  'site.has_placements': 409,
  'site.not_below_a_site': 422,
  'site.not_of_that_kind': 422,
} as const;
