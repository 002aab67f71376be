import type { inboxCodes } from '../../errors/codes/inbox.js';

/** Wat er gebeurde en wat nu te doen, voor weigeringen van de module inbox. */
export const inboxProblems: Readonly<Record<keyof typeof inboxCodes, string>> = {
  'conversation.not_found': 'Dit gesprek bestaat hier niet.',
  'conversation.assignee_unknown': 'Deze persoon zit niet in het team, of mag deze klant niet zien.',
  'conversation.snooze_past': 'Kies een moment dat nog komt.',
  'conversation.match_unclear': 'Noem één pitch, één site of één contactpersoon.',
  'conversation.mailbox_gone':
    'De mailbox van dit gesprek is er niet meer. Verbind hem opnieuw, of schrijf vanuit een andere.',
  'conversation.nobody_to_answer':
    'Niemand heeft in dit gesprek geschreven. Noem het adres om naar te schrijven.',
  'conversation.answered_once':
    'Deze persoon mag niet gemaild worden en is al één keer beantwoord. Er kan niets meer verstuurd worden.',
  'conversation.pitch_needed': 'Noem een van de pitches van dit gesprek.',
  'conversation.enrollment_not_here': 'In dit gesprek staat geen zo’n reeks stil.',
  'inbound.not_found': 'Deze mail bestaat hier niet.',
  'inbound.no_html': 'Deze mail heeft geen opgemaakte tekst.',
  'inbound.is_that_already': 'De mail wordt daar al voor gehouden.',
  'inbound.not_correctable':
    'Een eigen mail, of een die niet gelezen kon worden, kan niet voor iets anders gehouden worden.',
  'inbound.no_terms': 'Niets in deze mail lijkt op voorwaarden, of het is al afgehandeld.',
  'inbound.no_opt_out': 'In deze mail wacht geen verzoek op een beslissing.',
};
