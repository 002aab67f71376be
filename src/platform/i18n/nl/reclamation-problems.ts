import type { reclamationCodes } from '../../errors/codes/reclaims.js';

const STATE =
  '{state, select, proposed {voorgesteld} sent {verstuurd} answered {beantwoord} restored {afgehandeld} refused {afgewezen} dismissed {terzijde gelegd} other {gewijzigd}}';

/** Wat er gebeurde en wat nu te doen, voor weigeringen over reclamaties. */
export const reclamationProblems: Readonly<Record<keyof typeof reclamationCodes, string>> = {
  'reclamation.not_found': 'Deze reclamatie is hier niet. Ga terug naar de lijst.',
  'reclamation.changed_meanwhile':
    'Iemand heeft deze reclamatie intussen gewijzigd. Lees haar opnieuw en herhaal je wijziging.',
  'reclamation.act_not_possible': `Dit past niet: de reclamatie is ${STATE}. Lees haar opnieuw en kies uit wat er kan.`,
  'reclamation.nothing_worse':
    'Er is niets te reclameren: deze plaatsing is niet slechter dan afgesproken, of onze eigen doelpagina faalt. Controleer haar eerst opnieuw.',
  'reclamation.nobody_to_ask':
    'Het is niet bekend op welke site deze link zou staan, dus er is niemand om te vragen. Voeg eerst de pagina of de site toe.',
  'reclamation.other_open': 'Er staat al een andere reclamatie bij dezelfde partij open. Ga daarmee verder.',
  'reclamation.assignee_unknown':
    'Dit teamlid hoort niet bij het team of ziet deze klant niet. Kies een ander.',
};
