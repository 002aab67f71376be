import type { reportCodes } from '../../errors/codes/reports.js';

/** What happened and what to do next, for refusals about reports. */
export const reportProblems: Readonly<Record<keyof typeof reportCodes, string>> = {
  'report.not_found': 'Dit rapport bestaat niet.',
  'report.draft_exists':
    'Voor deze maand van de klant is er al een concept. Werk daaraan verder of gooi het eerst weg.',
  'report.month_not_begun': 'Deze maand is nog niet begonnen. Kies een eerdere maand.',
  'report.sent_already':
    'Dit rapport is verstuurd en blijft zoals het is. Maak een nieuw rapport van dezelfde maand om het te verbeteren.',
  'report.not_sent': 'Alleen een verstuurd rapport kan gedeeld worden. Verstuur het eerst.',
  'report.changed_meanwhile':
    'Het rapport is intussen gewijzigd. Laad het opnieuw en kijk voordat u verdergaat.',
  'report.link_not_found':
    'Deze link opent geen rapport. Misschien is hij verlopen of ingetrokken: vraag om een nieuwe.',
  'report.no_logo': 'Er is hier geen logo.',
};
