/** Refusals of the module courtesy. */
export const courtesyCodes = {
  'suppression.not_found': 404,
  'suppression.exists': 409,
  'suppression.free_mail': 422,
  'suppression.lift_needs_manager': 403,
  'suppression.file_unreadable': 422,
  'suppression.file_too_long': 422,
} as const;
