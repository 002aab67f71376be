/** Refusals about reports. */
export const reportCodes = {
  'report.not_found': 404,
  'report.draft_exists': 409,
  'report.month_not_begun': 422,
  'report.sent_already': 409,
  'report.not_sent': 409,
  'report.changed_meanwhile': 409,
  'report.link_not_found': 404,
  'report.no_logo': 404,
} as const;
