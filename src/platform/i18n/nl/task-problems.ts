import type { taskCodes } from '../../errors/codes/tasks.js';

/** Wat er gebeurde en wat je nu doet, bij weigeringen over taken. */
export const taskProblems: Readonly<Record<keyof typeof taskCodes, string>> = {
  'task.not_found': 'Deze taak bestaat hier niet. Ga terug naar de lijst.',
  'task.changed_meanwhile':
    'Iemand heeft deze taak intussen gewijzigd. Lees haar opnieuw en herhaal je wijziging.',
  'task.done_already': 'Deze taak is al klaar. Er is niets meer te doen.',
  'task.open_already': 'Deze taak staat al open. Er is niets terug te draaien.',
  'task.assignee_cannot_see':
    'Dit lid ziet de klant niet waar de taak bij hoort. Kies iemand anders, of geef dit lid toegang tot de klant.',
  'task.too_many': 'Een handeling pakt hoogstens {most} taken. Maak het filter nauwer en herhaal haar.',
};
