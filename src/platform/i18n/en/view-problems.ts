import type { viewCodes } from '../../errors/codes/views.js';

/** What happened and what to do next, for refusals about saved views. */
export const viewProblems: Readonly<Record<keyof typeof viewCodes, string>> = {
  'view.not_found': 'There is no such saved view here. Choose another one.',
  'view.too_many': 'You have {most} saved views, the most there can be. Remove one first.',
};
