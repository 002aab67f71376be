import type { publisherCodes } from '../../errors/codes/publishers.js';

/** What happened and what to do next, for refusals about publishers. */
export const publisherProblems: Readonly<Record<keyof typeof publisherCodes, string>> = {
  'publisher.not_found': 'Deze uitgever is hier niet. Ga terug naar de lijst.',
  'publisher.changed_meanwhile':
    'Iemand anders heeft deze uitgever intussen gewijzigd. Laad hem opnieuw en doe uw wijziging nog eens.',
  'publisher.archived': 'Deze uitgever staat in het archief. Zet hem eerst terug.',
  'publisher.site_taken': 'Deze uitgever heeft deze rol al bij die site.',
  'publisher.site_owned':
    'Die site heeft een andere eigenaar. Beëindig eerst die rol, of geef aan dat de site een nieuwe eigenaar heeft.',
  'publisher.site_not_found': 'Deze uitgever heeft bij een site geen rol als deze. Laad de pagina opnieuw.',
  'publisher.owner_needed': 'Zeg van wie de site nu is: kies een uitgever of geef een naam.',
  'publisher.owns_already': 'Deze uitgever is al eigenaar van de site.',
  'publisher.nothing_to_undo':
    'Hier kan geen wisseling van eigenaar ongedaan worden gemaakt: dat kan tien minuten lang. Stel de eigenaar opnieuw in.',
  'conditions.not_found': 'Deze voorwaarden zijn hier niet. Laad de pagina opnieuw.',
  'conditions.empty': 'Vul ten minste één van de voorwaarden in.',
  'conditions.price_incomplete': 'Bij een prijs horen een bedrag en een munt.',
  'conditions.words_reversed': 'Het hoogste aantal woorden is lager dan het laagste. Draai ze om.',
};
