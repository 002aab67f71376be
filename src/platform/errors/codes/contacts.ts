/** Refusals about contacts. */
export const contactCodes = {
  'contact.not_found': 404,
} as const;
