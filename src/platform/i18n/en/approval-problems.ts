import type { approvalCodes } from '../../errors/codes/approvals.js';

/** What happened and what to do next, for refusals about approvals. */
export const approvalProblems: Readonly<Record<keyof typeof approvalCodes, string>> = {};
