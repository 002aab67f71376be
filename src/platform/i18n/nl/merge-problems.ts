import type { mergeCodes } from '../../errors/codes/merges.js';

/** What happened and what to do next, for refusals about merges and splits. */
export const mergeProblems: Readonly<Record<keyof typeof mergeCodes, string>> = {
  'merge.not_found': 'Deze samenvoeging is hier niet. Ga terug naar de lijst.',
};
