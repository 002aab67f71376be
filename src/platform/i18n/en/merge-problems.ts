import type { mergeCodes } from '../../errors/codes/merges.js';

/** What happened and what to do next, for refusals about merges and splits. */
export const mergeProblems: Readonly<Record<keyof typeof mergeCodes, string>> = {
  'merge.not_found': 'There is no such merge here. Go back to the list.',
  'merge.not_possible':
    'These two cannot be merged: one of them is not here any more, is archived, or they are the same record. Choose again.',
  'merge.choice_unknown': 'The choice for {field} is not known. Choose one of the two values.',
  'merge.undone_already': 'This was undone before. Nothing had to be done.',
  'merge.too_late': 'This can no longer be undone: 30 days have passed.',
  'merge.later_first': 'One of these records was merged or split again later. Undo that first.',
};
