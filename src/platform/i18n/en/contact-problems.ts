import type { contactCodes } from '../../errors/codes/contacts.js';

/** What happened and what to do next, for refusals about contacts. */
export const contactProblems: Readonly<Record<keyof typeof contactCodes, string>> = {
  'contact.not_found': 'There is no such contact here. Go back to the list.',
};
