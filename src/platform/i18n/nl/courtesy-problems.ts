import type { courtesyCodes } from '../../errors/codes/courtesy.js';

/** What happened and what to do next, for refusals of the module courtesy. */
export const courtesyProblems: Readonly<Record<keyof typeof courtesyCodes, string>> = {
  'suppression.not_found': 'Deze vermelding is hier niet. Ga terug naar de lijst.',
  'suppression.exists': 'Dit staat al op de niet-benaderen-lijst. Er hoeft niets te gebeuren.',
  'suppression.free_mail':
    'Iedereen kan een adres bij {domain} hebben, dus het domein wijst niemand aan. Zet het adres zelf op de lijst.',
  'suppression.lift_needs_manager':
    'Deze persoon vroeg er zelf om. Alleen een manager kan de vermelding opheffen.',
  'suppression.file_unreadable':
    'Dit bestand is geen lijst met adressen of domeinen. Sla het op als CSV met één per regel en probeer het opnieuw.',
  'suppression.file_too_long':
    'De lijst heeft meer dan {most, number} regels. Knip hem in delen en importeer die een voor een.',
};
