/** Refusals of the module sending. */
export const sendingCodes = {
  'sending.mail_not_found': 404,
  'sending.address_refused': 422,
  'sending.text_refused': 422,
  'sending.mailbox_unknown': 422,
  'sending.not_waiting': 409,
  'sending.not_held': 409,
  'sending.not_in_doubt': 409,
  'sending.override_refused': 422,
  'sending.not_paused': 409,
  'sending.already_paused': 409,
  'sending.not_reconciled': 409,
} as const;
