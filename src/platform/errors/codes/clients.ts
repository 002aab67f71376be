/** Refusals about clients, brands and target pages. */
export const clientCodes = {
  'client.not_found': 404,
  'client.name_taken': 409,
  'client.archived': 409,
  'brand.not_found': 404,
  'brand.name_taken': 409,
  'brand.archived': 409,
  'target_page.not_found': 404,
  'target_page.exists': 409,
} as const;
