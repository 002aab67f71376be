/** Refusals about contacts. */
export const contactCodes = {
  'contact.not_found': 404,
  'contact.changed_meanwhile': 409,
  'contact.archived': 409,
  'contact.erased': 409,
  'contact.address_taken': 409,
  'contact.address_erased': 409,
  'contact.address_invalid': 422,
  'contact.address_not_found': 404,
  'contact.nameless': 422,
  'contact.site_not_found': 422,
  'contact.publisher_not_found': 422,
  'contact.place_known': 409,
  'contact.place_not_found': 404,
  'contact.ground_not_found': 404,
  'contact.ground_words_needed': 422,
  'contact.too_many': 422,
} as const;
