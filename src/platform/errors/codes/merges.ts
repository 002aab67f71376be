/** Refusals about merges and splits. */
export const mergeCodes = {
  'merge.not_found': 404,
  'merge.not_possible': 409,
  'merge.choice_unknown': 422,
  'merge.undone_already': 409,
  'merge.too_late': 409,
  'merge.later_first': 409,
} as const;
