/** Refusals of the module inbox. */
export const inboxCodes = {
  'conversation.not_found': 404,
  'conversation.assignee_unknown': 422,
  'conversation.snooze_past': 422,
  'conversation.match_unclear': 422,
  'conversation.mailbox_gone': 409,
  'conversation.nobody_to_answer': 409,
  'conversation.answered_once': 409,
  'conversation.pitch_needed': 422,
  'conversation.enrollment_not_here': 404,
  'inbound.not_found': 404,
  'inbound.no_html': 404,
  'inbound.is_that_already': 409,
  'inbound.not_correctable': 409,
  'inbound.no_terms': 409,
  'inbound.no_opt_out': 409,
} as const;
