import type { prospectCodes } from '../../errors/codes/prospects.js';

/** What happened and what to do next, for refusals about prospects. */
export const prospectProblems: Readonly<Record<keyof typeof prospectCodes, string>> = {
  'prospect.not_found': 'Deze prospect is hier niet. Ga terug naar de lijst.',
};
