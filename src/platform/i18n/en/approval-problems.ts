import type { approvalCodes } from '../../errors/codes/approvals.js';

/** What happened and what to do next, for refusals about approvals. */
export const approvalProblems: Readonly<Record<keyof typeof approvalCodes, string>> = {
  'approval.not_found': 'This question to the client does not exist.',
  'approval.file_not_found': 'This file does not belong to the question.',
  'approval.asked_already': 'The client is asked this already. Withdraw that question first to ask anew.',
  'approval.decided_already':
    'This question is {state, select, accepted {accepted} refused {refused} withdrawn {withdrawn} other {answered}} already. Open it again to see what was said.',
  'approval.nothing_to_ask': 'There is nothing to decide on yet. Fill in the site, topic or draft first.',
  'approval.reason_missing': 'Say why you refuse, so that the team can do better.',
};
