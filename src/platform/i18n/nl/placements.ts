import type { SentenceCode } from '../../../core/placements/sentence.js';

/** Wat er gevonden is, kort genoeg voor binnen een zin. */
const reason =
  '{finding, select, link_absent {de link staat niet meer op de pagina} page_gone {de pagina is weg} rel_not_follow {de link is {rel, select, null {niet gevolgd} other {rel="{rel}"}}} rel_not_nofollow {de link wordt gevolgd} rel_unlabelled {de link heeft geen label} rel_ugc_only {de link heeft alleen het label ugc} rel_not_ugc {de link heeft niet het label ugc} anchor_differs {de ankertekst is "{anchor}"} region_differs {de link staat elders op de pagina} not_indexable {de pagina wordt buiten zoekmachines gehouden} duration_short {de pagina kondigt een eerder einde aan} wrong_target {de link leidt naar een andere pagina} dns {de hostnaam bestaat niet} tls {er is geen beveiligde verbinding mogelijk} timeout {de site antwoordt niet op tijd} rate_limited {de site zegt dat we te vaak vragen} server_error {de server meldt een fout} protocol {het antwoord is onbruikbaar} bad_encoding {het antwoord kan niet worden uitgepakt} redirect_loop {de doorverwijzingen gaan in een kring} too_many_redirects {er zijn te veel doorverwijzingen} address_refused {dit adres wordt niet opgevraagd} robots_unreachable {robots.txt antwoordt niet} robots_denied {robots.txt houdt onze agent buiten} http_status {de pagina antwoordt met een foutstatus} not_html {het antwoord is geen HTML-pagina} soft_404 {de pagina zegt dat ze niet bestaat} domain_parked {het domein is geparkeerd of te koop} bot_wall {er staat een robotcontrole voor de pagina} consent_wall {er staat een toestemmingsvenster voor de pagina} login {de pagina vraagt om in te loggen} paywall {de pagina is voor abonnees} registration {de pagina vraagt om registratie} other_site {het adres leidt naar een andere site} script_shell {de pagina kon zonder scripts niet worden gelezen} too_large {de pagina is te groot} parse_limit {de pagina kon niet op tijd worden gelezen} hidden_suspected {de link is mogelijk verborgen} in_noscript {de link staat in noscript} none {zie de geschiedenis van de controles} other {er is iets gevonden}}';

/** De toestand van een plaatsing in één zin. */
const sentences: Readonly<Record<SentenceCode, string>> = {
  awaited: 'Verwacht: de link is nog niet gezien{reason, select, null {} other { ({reason})}}.',
  'awaited.page_unknown': 'Verwacht: de pagina is nog niet bekend.',
  'awaited.not_checked': 'Verwacht: de pagina is nog niet gecontroleerd.',
  'awaited.overdue': 'Te laat: de link werd verwacht op {dueOn} en is niet gezien.',
  'awaited.target_failing':
    'Verwacht: onze eigen doelpagina doet het nu niet, dus er wordt niets geconcludeerd.',
  live: 'Live.',
  'live.by_hand': 'Live: met de hand gezien, dat telt tot {until}.',
  'live.rechecking': 'Live, maar wordt opnieuw bekeken: {reason}.',
  'live.unlabelled': 'Live, maar onze eigen afspraak vraagt om een label.',
  'live.not_as_expected': 'Live, maar niet zoals verwacht: {reason}.',
  'live.target_failing': 'Live; onze eigen doelpagina doet het nu niet.',
  differs: 'Live, maar een voorwaarde wijkt af: {reason}.',
  'differs.rechecking': 'Een voorwaarde wijkt af, en de pagina wordt opnieuw bekeken: {reason}.',
  removed: 'Verwijderd sinds {since}: {reason}. Laatst gezien op {lastSeen}.',
  'removed.never_seen': 'Verwijderd sinds {since}: {reason}.',
  'removed.baseline': 'Was al weg bij het importeren: {reason}.',
  site_down: 'De site is onbereikbaar sinds {since}: {reason}.',
  site_gone: 'De site is verdwenen sinds {since}: {reason}.',
  check_by_hand: 'Kon keer op keer niet worden gecontroleerd, kijk zelf even: {reason}.',
  ended: 'Beëindigd op {since}.',
  released: 'Losgelaten op {since}: de partner vroeg erom.',
  replaced: 'Vervangen op {since} door een andere plaatsing.',
};

const fieldNames: Readonly<Record<string, string>> = {
  source: 'pagina',
  target: 'doelpagina',
  type: 'soort',
  compensation: 'tegenprestatie',
  label: 'label',
  labelling: 'labelen',
  match: 'geaccepteerd adres',
  rel: 'rel',
  anchor: 'ankertekst',
  region: 'plek op de pagina',
  indexable: 'indexering',
  duration: 'duur',
  due: 'verwachte dag',
  owner: 'eigenaar',
  notes: 'notities',
};

/** De bron die wordt genoteerd als iemand een link zonder toelichting accepteert zoals hij is. */
const accepted = 'Geaccepteerd zoals gezien.';

/** Alles wat over plaatsingen wordt gezegd. */
export const placements = { reason, sentences, fieldNames, accepted };
