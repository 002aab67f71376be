import type { alerts as english } from '../en/alerts.js';

/** Zinnen van de bel en van het dagelijkse overzicht. */
export const alerts: Readonly<Record<keyof typeof english, string>> = {
  'digest.subject': '{count, plural, one {# link veranderde} other {# links veranderden}} in {workspace}',
  'digest.lost': '{count, plural, one {# link is verwijderd} other {# links zijn verwijderd}}',
  'digest.changed':
    '{count, plural, one {# link wijkt af van de afspraken} other {# links wijken af van de afspraken}}',
  'digest.back': '{count, plural, one {# link is terug} other {# links zijn terug}}',
  'digest.site_down':
    '{count, plural, one {# site antwoordt al een week niet} other {# sites antwoorden al een week niet}}',
  'digest.site_gone': '{count, plural, one {# site is weg} other {# sites zijn weg}}',
  'digest.check_by_hand':
    '{count, plural, one {# pagina moet door iemand bekeken worden} other {# pagina’s moeten door iemand bekeken worden}}',
  'digest.overdue':
    '{count, plural, one {# verwachte link is te laat} other {# verwachte links zijn te laat}}',
  'digest.line': '{source} naar {target} ({brand})',
  'bell.lost': 'De link op {sourceHost} naar {targetUrl} is verwijderd.',
  'bell.changed': 'De link op {sourceHost} naar {targetUrl} is niet meer zoals afgesproken.',
  'bell.back': 'De link op {sourceHost} naar {targetUrl} is terug.',
  'bell.overdue':
    'De link op {sourceHost} naar {targetUrl} had er op {dueOn} moeten staan en wordt nog verwacht.',
  'bell.site_down':
    '{sourceHost} antwoordt al een week niet: de link naar {targetUrl} kon niet worden gecontroleerd.',
  'bell.site_gone': '{sourceHost} is weg: de link naar {targetUrl} telt niet meer mee.',
  'bell.check_by_hand':
    'De pagina op {sourceHost} met de link naar {targetUrl} is voor de controle niet te lezen: kijk er zelf naar.',
  'bell.import_finished':
    'Een import is klaar: {created, plural, one {# plaatsing is} other {# plaatsingen zijn}} aangemaakt, {bad, plural, =0 {geen enkele rij is} one {# rij is} other {# rijen zijn}} overgeslagen.',
  'bell.handed_over': 'Plaatsingen van een vertrokken collega zijn aan jou overgedragen.',
  'bell.site_changed_character':
    '{sourceHost} is helemaal veranderd: taal, titels en teksten zijn niet meer wat ze waren.',
  'bell.approval_accepted':
    '{client} heeft {subject, select, site {de site} topic {het onderwerp} draft {het concept} other {de vraag}}{site, select, null {} other { voor {site}}} goedgekeurd.',
  'bell.approval_refused':
    '{client} heeft {subject, select, site {de site} topic {het onderwerp} draft {het concept} other {de vraag}}{site, select, null {} other { voor {site}}} afgewezen en zei waarom.',
  'bell.approval_commented':
    '{client} schreef iets over {subject, select, site {de site} topic {het onderwerp} draft {het concept} other {de vraag}}{site, select, null {} other { voor {site}}}.',
  'role.owner': 'eigenaar',
  'role.manager': 'beheerder',
  'role.member': 'medewerker',
  'role.viewer': 'lezer',
  'role.client': 'klant',
};
