import type { contactCodes } from '../../errors/codes/contacts.js';

/** What happened and what to do next, for refusals about contacts. */
export const contactProblems: Readonly<Record<keyof typeof contactCodes, string>> = {
  'contact.not_found': 'Dit contact is hier niet. Ga terug naar de lijst.',
};
