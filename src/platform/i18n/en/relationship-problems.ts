import type { relationshipCodes } from '../../errors/codes/relationships.js';

/** What happened and what to do next, for refusals about relationships, links and crawls. */
export const relationshipProblems: Readonly<Record<keyof typeof relationshipCodes, string>> = {
  'relationship.not_found': 'There is no such relationship here. Go back to the list.',
  'relationship.changed_meanwhile':
    'Somebody changed this relationship meanwhile. Load it again and repeat your change.',
  'relationship.no_site': 'There is no site in "{address}". Give the address of the site.',
  'relationship.own_site': 'This is the own site of the brand. Name a site of somebody else.',
  'relationship.reason_needs_words': 'Another reason needs words. Write down why the two sites link.',
  'link.not_found': 'There is no such link here. Load the page again.',
  'link.not_by_hand': 'Nobody wrote this link down by hand, so there is nothing to take back.',
  'link.not_between_them':
    'These two pages are not one of the brand and one of this site, in that direction. Check both addresses.',
  'link.refused':
    '{reason, select, own_site {Both pages stand on the own site of the brand. Name a page of somebody else.} too_long {An address is longer than 4,000 characters. Use a shorter one.} other {One of the two is not the address of a web page. Check both addresses.}}',
  'crawl.not_found': 'There is no such crawl here. Load the page again.',
  'crawl.running': 'The own site is being read already. Wait until it is done, or stop it.',
  'crawl.not_running': 'This crawl is not running any more. Load the page again.',
  'note.not_found': 'There is no such note here. Load the page again.',
  'note.subject_not_found': 'What you write about is not here any more. Go back to the list.',
  'note.not_yours': 'Only who wrote a note, or a manager, may remove it. Ask one of them.',
  'timeline.not_found': 'There is no such record here. Go back to the list.',
};
