/** Refusals about publishers. */
export const publisherCodes = {
  'publisher.not_found': 404,
  'publisher.changed_meanwhile': 409,
  'publisher.archived': 409,
  'publisher.site_taken': 409,
  'publisher.site_owned': 409,
  'publisher.site_not_found': 404,
  'publisher.owner_needed': 422,
  'publisher.owns_already': 409,
  'publisher.nothing_to_undo': 409,
  'conditions.not_found': 404,
  'conditions.empty': 422,
  'conditions.price_incomplete': 422,
  'conditions.words_reversed': 422,
} as const;
