import type { viewCodes } from '../../errors/codes/views.js';

/** What happened and what to do next, for refusals about saved views. */
export const viewProblems: Readonly<Record<keyof typeof viewCodes, string>> = {
  'view.not_found': 'There is no such saved view here. Choose another one.',
};
