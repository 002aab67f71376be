import type { publisherCodes } from '../../errors/codes/publishers.js';

/** What happened and what to do next, for refusals about publishers. */
export const publisherProblems: Readonly<Record<keyof typeof publisherCodes, string>> = {
  'publisher.not_found': 'Deze uitgever is hier niet. Ga terug naar de lijst.',
};
