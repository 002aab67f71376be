/** Refusals of the bell and of system mail. */
export const alertCodes = {
  'mail.not_found': 404,
  'notification.not_found': 404,
} as const;
