import type { publisherCodes } from '../../errors/codes/publishers.js';

/** What happened and what to do next, for refusals about publishers. */
export const publisherProblems: Readonly<Record<keyof typeof publisherCodes, string>> = {
  'publisher.not_found': 'There is no such publisher here. Go back to the list.',
};
