import type { reclamationCodes } from '../../errors/codes/reclaims.js';

const STATE =
  '{state, select, proposed {proposed} sent {sent} answered {answered} restored {settled} refused {refused} dismissed {laid aside} other {changed}}';

/** What happened and what to do next, for refusals about reclamations. */
export const reclamationProblems: Readonly<Record<keyof typeof reclamationCodes, string>> = {
  'reclamation.not_found': 'There is no such reclamation here. Go back to the list.',
  'reclamation.changed_meanwhile':
    'Somebody changed this reclamation meanwhile. Read it again and repeat your change.',
  'reclamation.act_not_possible': `This does not fit: the reclamation is ${STATE}. Read it again and choose what is offered.`,
  'reclamation.nothing_worse':
    'There is nothing to reclaim: this placement is not worse than agreed, or our own target page fails. Check it again first.',
  'reclamation.nobody_to_ask':
    'It is not known on which site this link should stand, so there is nobody to ask. Add the page or the site first.',
  'reclamation.other_open': 'Another reclamation to the same counterparty is open. Go on with that one.',
  'reclamation.assignee_unknown':
    'This member is not in the team or does not see this client. Choose another one.',
};
