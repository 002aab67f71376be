/** Refusals about approvals. */
export const approvalCodes = {
  'approval.not_found': 404,
  'approval.file_not_found': 404,
  'approval.asked_already': 409,
  'approval.decided_already': 409,
  'approval.nothing_to_ask': 409,
  'approval.reason_missing': 422,
} as const;
