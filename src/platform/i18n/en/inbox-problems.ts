import type { inboxCodes } from '../../errors/codes/inbox.js';

/** What happened and what to do next, for refusals of the module inbox. */
export const inboxProblems: Readonly<Record<keyof typeof inboxCodes, string>> = {
  'conversation.not_found': 'There is no such conversation here.',
  'conversation.assignee_unknown': 'This person is not in the team, or may not see this client.',
  'conversation.snooze_past': 'Choose a moment to come.',
  'conversation.match_unclear': 'Name one pitch, one site or one contact.',
  'conversation.mailbox_gone':
    'The mailbox of this conversation is gone. Connect it again, or write from another one.',
  'conversation.nobody_to_answer': 'Nobody has written in this conversation. Name the address to write to.',
  'conversation.answered_once':
    'This person must not be mailed and was answered once already. Nothing more can be sent.',
  'conversation.pitch_needed': 'Name one of the pitches of this conversation.',
  'conversation.enrollment_not_here': 'No such sequence stands still in this conversation.',
  'inbound.not_found': 'There is no such mail here.',
  'inbound.no_html': 'This mail has no formatted text.',
  'inbound.is_that_already': 'The mail is taken for that already.',
  'inbound.not_correctable':
    'A mail of your own, or one that could not be read, cannot be taken for something else.',
  'inbound.no_terms': 'Nothing in this mail looks like terms, or it was settled already.',
  'inbound.no_opt_out': 'There is no request in this mail that waits for a decision.',
};
