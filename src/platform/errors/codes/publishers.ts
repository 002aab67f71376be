/** Refusals about publishers. */
export const publisherCodes = {
  'publisher.not_found': 404,
} as const;
