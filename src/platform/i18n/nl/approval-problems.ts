import type { approvalCodes } from '../../errors/codes/approvals.js';

/** What happened and what to do next, for refusals about approvals. */
export const approvalProblems: Readonly<Record<keyof typeof approvalCodes, string>> = {
  'approval.not_found': 'Deze vraag aan de klant bestaat niet.',
  'approval.file_not_found': 'Dit bestand hoort niet bij de vraag.',
  'approval.asked_already': 'Dit wordt de klant al gevraagd. Trek die vraag eerst in om opnieuw te vragen.',
  'approval.decided_already':
    'Deze vraag is al {state, select, accepted {goedgekeurd} refused {afgewezen} withdrawn {ingetrokken} other {beantwoord}}. Open haar opnieuw om te zien wat er gezegd is.',
  'approval.nothing_to_ask':
    'Er valt nog niets te beslissen. Vul eerst de site, het onderwerp of het concept in.',
  'approval.reason_missing': 'Zeg waarom u afwijst, zodat het team het beter kan doen.',
};
