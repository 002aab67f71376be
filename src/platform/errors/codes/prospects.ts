/** Refusals about prospects. */
export const prospectCodes = {
  'prospect.not_found': 404,
  'prospect.exists': 409,
  'prospect.changed_meanwhile': 409,
  'prospect.archived': 409,
  'prospect.locked': 409,
  'prospect.not_held': 409,
  'prospect.too_many': 422,
  'tag.not_found': 404,
  'tag.exists': 409,
  'custom_field.not_found': 404,
  'custom_field.exists': 409,
  'custom_field.too_many': 422,
  'custom_field.record_not_found': 404,
  'exclusion.not_found': 404,
  'touch.not_found': 404,
} as const;
