import type { discoveryCodes } from '../../errors/codes/discovery.js';

/** What happened and what to do next, for refusals about contact finding and outside services. */
export const discoveryProblems: Readonly<Record<keyof typeof discoveryCodes, string>> = {
  'discovery.no_key':
    'Voor deze dienst is geen sleutel ingesteld. Vraag een manager er een toe te voegen bij de instellingen.',
  'discovery.no_service': 'Deze dienst bestaat niet. Kies er een uit de instellingen.',
  'discovery.proposal_not_found': 'Dit voorstel is hier niet. Lees de lijst opnieuw.',
  'discovery.proposal_decided': 'Over dit voorstel is al beslist. Lees de lijst opnieuw.',
  'discovery.key_refused':
    'De dienst aanvaardt de sleutel niet. Kijk hem na bij de dienst en stel hem opnieuw in.',
  'discovery.key_unreadable':
    'De sleutel kan niet worden ontzegeld: deze machine heeft een andere sleutelbos dan die waarmee hij is verzegeld. Stel de sleutel opnieuw in.',
  'discovery.quota_used_up':
    'Wat het team bij deze dienst heeft betaald is op. Wacht op de volgende periode of kies daar een groter abonnement.',
  'discovery.rate_limited':
    'De dienst vraagt om een pauze. Probeer het over {retryAfterS, plural, one {# seconde} other {# seconden}} opnieuw.',
  'discovery.service_failed': 'De dienst faalde met status {status}. Probeer het later opnieuw.',
  'discovery.service_unreachable':
    'De dienst was niet te bereiken. Kijk het adres na, of probeer het later opnieuw.',
  'discovery.service_timeout': 'De dienst antwoordde niet op tijd. Probeer het later opnieuw.',
  'discovery.answer_unknown':
    'De dienst antwoordde in een vorm die hier niet bekend is. Kijk het adres na bij de instellingen.',
  'discovery.not_measured': 'De dienst weet niets over deze site.',
  'discovery.not_awaited':
    'Er is niets te zoeken: de plaatsing wordt niet meer verwacht, haar pagina is bekend, of haar site juist niet.',
};
