import type { orderCodes } from '../../errors/codes/orders.js';

/** What happened and what to do next, for refusals about orders. */
export const orderProblems: Readonly<Record<keyof typeof orderCodes, string>> = {
  'order.not_found': 'Deze order bestaat hier niet. Ga terug naar de lijst.',
  'order.changed_meanwhile':
    'Iemand anders heeft deze order intussen gewijzigd. Laad hem opnieuw en voer je wijziging nog eens door.',
  'order.act_not_allowed':
    'Dat kan niet met de order zoals die nu is. Laad hem opnieuw om te zien wat wel kan.',
  'order.without_lines': 'De order heeft geen regels. Voeg eerst toe wat er wordt gekocht.',
  'order.money_fixed':
    'De order is geplaatst: regels en bedragen liggen vast. Crediteer of vervang een regel in plaats daarvan.',
  'order.paid_already': 'De leverancier is al betaald. Leg vast wat terugkomt als credit.',
  'order.nothing_payable':
    'Er mag nog niets worden betaald: geen regel is live gezien zoals afgesproken. De pagina van de order zegt per regel waarom.',
  'order.line_not_payable':
    'Een van deze regels mag niet worden betaald: hij is niet live gezien zoals afgesproken. Laad de order opnieuw.',
  'order.line_not_found': 'De order heeft deze regel niet. Laad de pagina opnieuw.',
  'order.line_closed': 'Deze regel is gesloten: hij is vervangen, geannuleerd of volledig gecrediteerd.',
  'order.line_paid': 'Deze regel is betaald. Vervang of crediteer hem in plaats daarvan.',
  'order.line_not_paid':
    'Deze regel is niet betaald, dus er kan niets voor terugkomen. Haal hem uit de order in plaats daarvan.',
  'order.line_without_placement':
    'Deze regel heeft nog geen plaatsing. Kies de plaatsing die wordt gekocht in plaats van een vervanging.',
  'order.credit_too_high':
    'Dat is meer dan voor deze regel is betaald en nog niet gecrediteerd. Verlaag het bedrag.',
  'order.credit_vat_too_high':
    'Dat is meer btw dan voor deze regel is betaald en nog niet gecrediteerd. Verlaag de btw.',
  'order.placement_taken': 'Een andere orderregel koopt deze plaatsing al. Kies een andere.',
  'order.not_of_this_client': 'Dat hoort bij een andere klant dan de order. Kies een van dezelfde klant.',
  'order.rate_without_budget':
    'Een koers vraagt om een campagne met een budget in een andere valuta. Kies de campagne of laat de koers weg.',
  'order.replacement_needed':
    'Zeg waar de link nu staat: kies een plaatsing of geef het adres van de pagina.',
  'order.term_reversed': 'De looptijd eindigt voor hij begint. Verbeter een van de dagen.',
  'order.renewed_already': 'Deze order is al verlengd. Open de order die hem voortzet.',
  'order.nothing_to_renew':
    'Geen regel van deze order kan doorgaan: alle zijn verloren, gecrediteerd of gesloten.',
  'order.without_term':
    'Deze order heeft geen laatste dag, dus er valt niets te verlengen of te laten aflopen. Stel eerst de looptijd in.',
};
