import type { prospectCodes } from '../../errors/codes/prospects.js';

/** What happened and what to do next, for refusals about prospects. */
export const prospectProblems: Readonly<Record<keyof typeof prospectCodes, string>> = {
  'prospect.not_found': 'Deze prospect is hier niet. Ga terug naar de lijst.',
  'prospect.exists': 'Deze site is al een prospect. Open de bestaande.',
  'prospect.changed_meanwhile':
    'Iemand heeft deze prospect intussen gewijzigd. Lees hem opnieuw en herhaal je wijziging.',
  'prospect.archived': 'Deze prospect is gearchiveerd. Zet hem eerst terug.',
  'prospect.locked':
    'Een collega houdt deze prospect vast. Vraag of die hem vrijgeeft, of wacht tot het slot verlopen is.',
  'prospect.not_held': 'Niemand houdt deze prospect vast. Er valt niets vrij te geven.',
  'prospect.too_many':
    'Een actie neemt hoogstens {most} prospects. Maak het filter smaller en herhaal de actie.',
  'tag.not_found': 'Deze tag is hier niet. Kies een andere.',
  'tag.exists': 'Er is al een tag met deze naam. Kies een andere naam.',
  'custom_field.not_found': 'Dit veld is hier niet. Kies een ander.',
  'custom_field.exists': 'Er is al een veld met deze sleutel. Kies een andere sleutel.',
  'custom_field.too_many': 'Een soort record heeft hoogstens {most} eigen velden. Archiveer er eerst een.',
  'custom_field.record_not_found': 'Dit record is hier niet. Ga terug naar de lijst.',
  'exclusion.not_found': 'Deze uitsluiting is hier niet. Ga terug naar de lijst.',
  'touch.not_found': 'Dit contactmoment is hier niet. Ga terug naar de site.',
};
