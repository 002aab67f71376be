import type { relationshipCodes } from '../../errors/codes/relationships.js';

/** What happened and what to do next, for refusals about relationships, links and crawls. */
export const relationshipProblems: Readonly<Record<keyof typeof relationshipCodes, string>> = {
  'relationship.not_found': 'Deze relatie is hier niet. Ga terug naar de lijst.',
  'relationship.changed_meanwhile':
    'Iemand heeft deze relatie intussen gewijzigd. Laad haar opnieuw en herhaal je wijziging.',
  'relationship.no_site': 'Er staat geen site in "{address}". Geef het adres van de site.',
  'relationship.own_site': 'Dit is de eigen site van het merk. Noem een site van iemand anders.',
  'relationship.reason_needs_words':
    'Een andere reden heeft woorden nodig. Schrijf op waarom de twee sites naar elkaar linken.',
  'link.not_found': 'Deze link is hier niet. Laad de pagina opnieuw.',
  'link.not_by_hand': 'Niemand heeft deze link met de hand opgeschreven, dus er is niets terug te nemen.',
  'link.not_between_them':
    "Deze twee pagina's zijn niet een van het merk en een van deze site, in die richting. Controleer beide adressen.",
  'link.refused':
    "{reason, select, own_site {Beide pagina's staan op de eigen site van het merk. Noem een pagina van iemand anders.} too_long {Een adres is langer dan 4.000 tekens. Gebruik een korter adres.} other {Een van de twee is geen adres van een webpagina. Controleer beide adressen.}}",
  'crawl.not_found': 'Deze crawl is hier niet. Laad de pagina opnieuw.',
  'crawl.running': 'De eigen site wordt al gelezen. Wacht tot dat klaar is, of stop het.',
  'crawl.not_running': 'Deze crawl loopt niet meer. Laad de pagina opnieuw.',
  'note.not_found': 'Deze notitie is hier niet. Laad de pagina opnieuw.',
  'note.subject_not_found': 'Waarover je schrijft, is hier niet meer. Ga terug naar de lijst.',
  'note.not_yours':
    'Alleen wie een notitie schreef of een manager mag haar verwijderen. Vraag het een van hen.',
  'timeline.not_found': 'Dit is hier niet. Ga terug naar de lijst.',
};
