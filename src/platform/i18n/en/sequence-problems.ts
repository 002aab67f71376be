import type { sequenceCodes } from '../../errors/codes/sequences.js';

/** What happened and what to do next, for refusals of the module sequences. */
export const sequenceProblems: Readonly<Record<keyof typeof sequenceCodes, string>> = {
  'sequence.not_found': 'There is no such sequence.',
  'sequence.archived': 'This sequence was put away. Bring it back first.',
  'sequence.changed_meanwhile': 'Somebody changed this sequence meanwhile. Load it again.',
  'sequence.name_taken': 'Another sequence has this name. Choose another one.',
  'sequence.unusable': 'This sequence cannot be used as it is. Mend the steps that are marked.',
  'sequence.kind_unknown': 'There is no campaign kind of that name.',
  'sequence.of_other_client': 'This sequence belongs to another client.',
  'enrollment.not_found': 'There is no such enrolment.',
  'enrollment.step_not_found': 'This enrolment has no such step.',
  'enrollment.over': 'This enrolment is over. Enrol the pitch anew to go on.',
  'enrollment.not_awaiting': 'This enrolment waits for nobody’s approval.',
  'enrollment.awaiting_approval': 'This enrolment waits for approval. Approve or refuse it first.',
  'enrollment.paused_already': 'This enrolment is paused already.',
  'enrollment.not_paused': 'This enrolment is not paused.',
  'enrollment.campaign_paused': 'The campaign is paused. Let it run first.',
  'enrollment.mailbox_paused': 'The mailbox was put away. Enrol the pitch with another one.',
  'enrollment.step_left': 'This mail has left already, or is on its way.',
  'enrollment.step_not_mail': 'This step is a task. There is no text to change.',
  'enrollment.step_not_next': 'This step is over already.',
  'enrollment.opt_out_missing':
    'A first mail and its follow-ups must say how to object. Put that line back at the end.',
  'enrollment.variable_in_text':
    'The text still has variables in double braces. Write out what they stand for.',
  'enrollment.refused': 'This pitch cannot be enrolled: {code}.',
  'enrollment.enrolled_already': 'This contact is enrolled for this pitch already.',
  'enrollment.current_already': 'This enrolment follows the current version already.',
  'enrollment.too_many': 'That are too many pitches at once. Enrol at most {most}.',
  'enrollment.check_unfinished': 'The check is not over yet. Wait for it.',
  'enrollment.check_outdated': 'The sequence was changed since these pitches were checked. Check them again.',
  'enrollment.nobody_left': 'Nobody is left to enrol. Choose at least one pitch.',
  'enrollment.mailbox_not_found': 'There is no such mailbox, or it was put away. Choose another one.',
  'enrollment.no_address': 'The contact has no address that mail can go to. Add one first.',
};
