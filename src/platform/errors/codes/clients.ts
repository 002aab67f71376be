/** Refusals about clients, brands and target pages. */
export const clientCodes = {
  'client.not_found': 404,
  'client.name_taken': 409,
  'client.archived': 409,
  'client.logo_missing': 422,
  'client.logo_type': 415,
  'client.no_logo': 404,
  'brand.not_found': 404,
  'brand.name_taken': 409,
  'brand.archived': 409,
  'target_page.not_found': 404,
  'target_page.exists': 409,
} as const;
