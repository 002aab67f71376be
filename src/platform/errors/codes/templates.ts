/** Refusals about templates. */
export const templateCodes = {
  'template.not_found': 404,
  'template.version_not_found': 404,
  'template.starter_unknown': 404,
  'template.kind_unknown': 422,
  'template.changed_meanwhile': 409,
  'template.archived': 409,
  'template.name_taken': 409,
  'template.too_many': 409,
  'snippet.not_found': 404,
  'snippet.key_taken': 409,
  'snippet.archived': 409,
  'snippet.changed_meanwhile': 409,
  'snippet.in_use': 409,
} as const;
