import type { contactCodes } from '../../errors/codes/contacts.js';

/** What happened and what to do next, for refusals about contacts. */
export const contactProblems: Readonly<Record<keyof typeof contactCodes, string>> = {
  'contact.not_found': 'There is no such contact here. Go back to the list.',
  'contact.changed_meanwhile':
    'Somebody has changed this contact in the meantime. Read it again and make your change once more.',
  'contact.archived': 'This contact is archived. Restore it first.',
  'contact.erased': 'This person was erased. Nothing can be added any more.',
  'contact.address_taken': 'Another contact has the address {address}. Open that contact instead.',
  'contact.address_erased':
    'The person with this address asked to be erased, so it is not kept again. Leave the address out.',
  'contact.address_invalid':
    'This is no mail address that can be kept: “{address}”. Check how it is written.',
  'contact.address_not_found': 'There is no such address here. Read the contact again.',
  'contact.nameless': 'Give a name or a mail address: otherwise nobody can tell who this is.',
  'contact.site_not_found': 'There is no such site here. Choose another one, or give its address.',
  'contact.publisher_not_found': 'There is no such publisher here. Choose another one.',
  'contact.place_known': 'The contact works there already.',
  'contact.place_not_found': 'There is no such place here. Read the contact again.',
  'contact.ground_not_found': 'There is no such ground here. Read the contact again.',
  'contact.ground_words_needed': 'For another ground, say in words what it is.',
  'contact.too_many': 'These are too many contacts at once. Choose fewer.',
};
