import type { mergeCodes } from '../../errors/codes/merges.js';

/** What happened and what to do next, for refusals about merges and splits. */
export const mergeProblems: Readonly<Record<keyof typeof mergeCodes, string>> = {
  'merge.not_found': 'There is no such merge here. Go back to the list.',
};
