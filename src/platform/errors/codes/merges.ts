/** Refusals about merges and splits. */
export const mergeCodes = {
  'merge.not_found': 404,
} as const;
