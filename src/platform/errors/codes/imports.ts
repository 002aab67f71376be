/** Refusals of imports. */
export const importCodes = {
  'import.not_found': 404,
  'import.unreadable': 422,
  'import.not_now': 409,
  'import.columns_missing': 422,
  'import.brand_needed': 422,
  'import.ground_needed': 422,
  'import.ground_note_needed': 422,
  'import.refused': 422,
  'import.broke_off': 409,
  'upload.gone': 410,
} as const;
