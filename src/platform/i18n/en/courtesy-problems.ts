import type { courtesyCodes } from '../../errors/codes/courtesy.js';

/** What happened and what to do next, for refusals of the module courtesy. */
export const courtesyProblems: Readonly<Record<keyof typeof courtesyCodes, string>> = {
  'suppression.not_found': 'There is no such entry here. Go back to the list.',
  'suppression.exists': 'This is on the do-not-contact list already. There is nothing to do.',
  'suppression.free_mail':
    'Anybody can have an address at {domain}, so the domain names nobody. Put the address itself on the list.',
  'suppression.lift_needs_manager':
    'This person asked for it themselves. Only a manager can take them off the list.',
  'suppression.file_unreadable':
    'This file is no list of addresses or domains. Save it as CSV with one a row, and try again.',
  'suppression.file_too_long':
    'The list has more than {most, number} rows. Cut it into parts and import each.',
};
