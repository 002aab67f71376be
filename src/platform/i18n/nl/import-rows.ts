import type { RowFault } from '../../../core/imports/read-row.js';

/** Waarom een rij van een import niet mee kan, en wat eraan te doen is. */
export const importRows: Readonly<Record<RowFault, string>> = {
  missing: 'De kolom voor {field} is leeg: vul die in.',
  not_an_address: '“{text}” is geen adres van een webpagina: geef er een dat met https:// of http:// begint.',
  too_long: 'De cel voor {field} is te lang: er worden hooguit 4.000 tekens bewaard.',
  unknown_word: '“{text}” is geen woord voor {field} dat hier bekend is: zie de handleiding voor de lijst.',
  unreadable_day: '“{text}” is geen dag: schrijf die als 2026-11-20.',
  ambiguous_day: '“{text}” kan twee verschillende dagen betekenen: schrijf die als 2026-11-20.',
  unknown_brand: 'Geen merk heet “{text}”: voeg het eerst bij de klant toe, of verbeter de naam.',
  brand_needed:
    'Er is niet uit te maken bij welk merk “{text}” hoort: voeg een kolom voor het merk toe, of kies er een voor het hele bestand.',
  unknown_owner: 'Niemand in het team heet “{text}” of heeft dat als mailadres.',
  control_character: 'In de cel voor {field} staan tekens die niet te tonen zijn: typ die opnieuw.',
};
