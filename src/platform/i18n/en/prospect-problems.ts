import type { prospectCodes } from '../../errors/codes/prospects.js';

/** What happened and what to do next, for refusals about prospects. */
export const prospectProblems: Readonly<Record<keyof typeof prospectCodes, string>> = {
  'prospect.not_found': 'There is no such prospect here. Go back to the list.',
};
