import type { contactCodes } from '../../errors/codes/contacts.js';

/** What happened and what to do next, for refusals about contacts. */
export const contactProblems: Readonly<Record<keyof typeof contactCodes, string>> = {
  'contact.not_found': 'Dit contact is hier niet. Ga terug naar de lijst.',
  'contact.changed_meanwhile':
    'Iemand heeft dit contact intussen gewijzigd. Lees het opnieuw en doe je wijziging nog eens.',
  'contact.archived': 'Dit contact is gearchiveerd. Zet het eerst terug.',
  'contact.erased': 'Deze persoon is gewist. Er kan niets meer bij.',
  'contact.address_taken': 'Een ander contact heeft het adres {address}. Open dat contact.',
  'contact.address_erased':
    'De persoon met dit adres heeft gevraagd gewist te worden, dus het wordt niet opnieuw bewaard. Laat het adres weg.',
  'contact.address_invalid':
    'Dit is geen mailadres dat bewaard kan worden: “{address}”. Kijk na hoe het geschreven is.',
  'contact.address_not_found': 'Dit adres is hier niet. Lees het contact opnieuw.',
  'contact.nameless': 'Geef een naam of een mailadres: anders weet niemand wie dit is.',
  'contact.site_not_found': 'Deze site is hier niet. Kies een andere, of geef het adres ervan.',
  'contact.publisher_not_found': 'Deze uitgever is hier niet. Kies een andere.',
  'contact.place_known': 'Het contact werkt daar al.',
  'contact.place_not_found': 'Deze werkplek is hier niet. Lees het contact opnieuw.',
  'contact.ground_not_found': 'Deze grondslag is hier niet. Lees het contact opnieuw.',
  'contact.ground_words_needed': 'Zeg bij een andere grondslag in woorden welke.',
  'contact.too_many': 'Dit zijn te veel contacten tegelijk. Kies er minder.',
};
