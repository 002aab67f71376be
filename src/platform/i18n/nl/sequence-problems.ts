import type { sequenceCodes } from '../../errors/codes/sequences.js';

/** What happened and what to do next, for refusals of the module sequences. */
export const sequenceProblems: Readonly<Record<keyof typeof sequenceCodes, string>> = {
  'sequence.not_found': 'Deze reeks bestaat niet.',
  'sequence.archived': 'Deze reeks is gearchiveerd. Haal hem eerst terug.',
  'sequence.changed_meanwhile': 'Iemand heeft deze reeks intussen veranderd. Laad hem opnieuw.',
  'sequence.name_taken': 'Er is al een reeks met die naam. Kies een andere naam.',
  'sequence.unusable': 'Deze reeks is zo niet te gebruiken. Herstel de stappen die zijn aangegeven.',
  'sequence.kind_unknown': 'Er is geen campagnesoort met die naam.',
  'sequence.of_other_client': 'Deze reeks hoort bij een andere klant.',
  'enrollment.not_found': 'Deze inschrijving bestaat niet.',
  'enrollment.step_not_found': 'Deze inschrijving heeft die stap niet.',
  'enrollment.over': 'Deze inschrijving is voorbij. Schrijf de pitch opnieuw in om verder te gaan.',
  'enrollment.not_awaiting': 'Deze inschrijving wacht niet op goedkeuring.',
  'enrollment.awaiting_approval': 'Deze inschrijving wacht op goedkeuring. Keur hem eerst goed of af.',
  'enrollment.paused_already': 'Deze inschrijving staat al op pauze.',
  'enrollment.not_paused': 'Deze inschrijving staat niet op pauze.',
  'enrollment.campaign_paused': 'De campagne staat op pauze. Laat die eerst doorgaan.',
  'enrollment.mailbox_paused': 'De mailbox is weggehaald. Schrijf de pitch in met een andere.',
  'enrollment.step_left': 'Deze mail is al verstuurd of onderweg.',
  'enrollment.step_not_mail': 'Deze stap is een taak. Er is geen tekst om te veranderen.',
  'enrollment.step_not_next': 'Deze stap is al voorbij.',
  'enrollment.opt_out_missing':
    'Een eerste mail en de vervolgmails moeten zeggen hoe iemand bezwaar maakt. Zet die regel terug aan het eind.',
  'enrollment.variable_in_text':
    'In de tekst staan nog variabelen tussen dubbele accolades. Schrijf uit wat er moet staan.',
  'enrollment.refused': 'Deze pitch kan niet worden ingeschreven: {code}.',
  'enrollment.enrolled_already': 'Dit contact is voor deze pitch al ingeschreven.',
  'enrollment.current_already': 'Deze inschrijving volgt de huidige versie al.',
  'enrollment.too_many': 'Dat zijn te veel pitches in één keer. Schrijf er hooguit {most} in.',
  'enrollment.check_unfinished': 'De controle is nog niet klaar. Wacht daarop.',
  'enrollment.check_outdated': 'De reeks is veranderd sinds deze pitches zijn nagekeken. Kijk ze opnieuw na.',
  'enrollment.nobody_left': 'Er is niemand over om in te schrijven. Kies minstens één pitch.',
  'enrollment.mailbox_not_found': 'Deze mailbox bestaat niet of is weggehaald. Kies een andere.',
  'enrollment.no_address': 'Het contact heeft geen adres waar mail heen kan. Voeg er eerst een toe.',
};
