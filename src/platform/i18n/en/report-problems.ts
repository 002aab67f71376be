import type { reportCodes } from '../../errors/codes/reports.js';

/** What happened and what to do next, for refusals about reports. */
export const reportProblems: Readonly<Record<keyof typeof reportCodes, string>> = {
  'report.not_found': 'This report does not exist.',
  'report.draft_exists':
    'This month of the client has a draft already. Go on with that one, or discard it first.',
  'report.month_not_begun': 'This month has not begun yet. Choose an earlier one.',
  'report.sent_already':
    'This report was sent and stays as it is. Make a new one of the same month to correct it.',
  'report.not_sent': 'Only a report that was sent can be shared. Send it first.',
  'report.changed_meanwhile': 'The report was changed meanwhile. Load it again and look before you go on.',
  'report.link_not_found':
    'This link does not open a report. It may have ended or been withdrawn: ask for a new one.',
  'report.no_logo': 'There is no logo here.',
};
