import type { publisherCodes } from '../../errors/codes/publishers.js';

/** What happened and what to do next, for refusals about publishers. */
export const publisherProblems: Readonly<Record<keyof typeof publisherCodes, string>> = {
  'publisher.not_found': 'There is no such publisher here. Go back to the list.',
  'publisher.changed_meanwhile':
    'Somebody else changed this publisher meanwhile. Load it again and make your change once more.',
  'publisher.archived': 'This publisher is in the archive. Restore it first.',
  'publisher.site_taken': 'This publisher has this role at that site already.',
  'publisher.site_owned':
    'That site has another owner. End that role first, or say that the site has a new owner.',
  'publisher.site_not_found': 'This publisher has no such role at a site. Load the page again.',
  'publisher.owner_needed': 'Say who owns the site now: choose a publisher, or give a name.',
  'publisher.owns_already': 'This publisher owns the site already.',
  'publisher.nothing_to_undo':
    'No change of owner can be taken back here: that works for ten minutes. Set the owner anew instead.',
  'conditions.not_found': 'There are no such conditions here. Load the page again.',
  'conditions.empty': 'Fill in at least one of the conditions.',
  'conditions.price_incomplete': 'A price needs its amount and its currency.',
  'conditions.words_reversed': 'The most words are fewer than the least. Turn them round.',
};
