/** Refusals about approvals. */
export const approvalCodes = {} as const;
