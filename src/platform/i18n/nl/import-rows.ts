import type { RowCode } from '../../../core/imports/row-codes.js';

/** Waarom een rij van een import niet kan worden overgenomen of niets brengt, en wat eraan te doen is. */
export const importRows: Readonly<Record<RowCode, string>> = {
  missing: 'De kolom voor {field} is leeg: vul haar in.',
  not_an_address: '“{text}” is geen adres van een webpagina: geef er een dat met https:// of http:// begint.',
  not_a_site: '“{text}” is geen domein of adres van een site: verbeter het.',
  not_a_mail_address: '“{text}” is geen mailadres: verbeter het, of laat het leeg.',
  too_long: 'De cel voor {field} is te lang: er worden hoogstens 4.000 tekens bewaard.',
  unknown_word: '“{text}” is hier geen bekend woord voor {field}: zie de lijst in de handleiding.',
  unreadable_day: '“{text}” is geen dag: schrijf hem als 2026-11-20.',
  ambiguous_day:
    '“{text}” kan op twee dagen slaan: schrijf hem als 2026-11-20, of zeg wat in dit bestand voorop staat, de dag of de maand.',
  unreadable_number: '“{text}” is geen getal voor {field}: verbeter het.',
  ambiguous_number:
    '“{text}” kan twee getallen zijn: zeg of dit bestand decimalen met een punt of een komma schrijft.',
  unreadable_yes_no: '“{text}” is ja noch nee: verbeter {field}.',
  control_character: 'De cel voor {field} bevat tekens die niet getoond kunnen worden: typ haar opnieuw.',
  too_many_cells:
    'De rij heeft meer cellen dan de kop kolommen heeft: zoek een scheidingsteken dat in een tekst staat.',
  unclosed_quote: 'Hier gaat een aanhalingsteken open dat nergens sluit: sluit het.',
  stray_quote: 'Midden in een cel staat een aanhalingsteken: verdubbel het of haal het weg.',
  record_too_long: 'De rij is langer dan een miljoen tekens: zoek een aanhalingsteken dat nergens sluit.',
  too_many_columns: 'De rij heeft meer kolommen dan te lezen zijn.',
  unknown_brand: 'Geen merk heet “{text}”: voeg het eerst bij zijn klant toe, of verbeter de naam.',
  brand_needed:
    'Het is niet te zeggen bij welk merk “{text}” hoort: voeg een kolom voor het merk toe, of kies er een voor het hele bestand.',
  unknown_owner: 'Niemand in het team heet “{text}” of heeft dat als mailadres.',
  no_web_address: 'Een van beide uiteinden is geen adres van een webpagina.',
  empty_row: 'De rij is leeg.',
  own_site: 'De link staat op de eigen site van het merk: het is geen link van anderen.',
  internal_link: 'De link verlaat zijn site niet.',
  mention: 'De pagina noemt het adres zonder ernaar te linken.',
  not_a_link: 'Dit is een verband tussen pagina’s, zoals een canoniek adres of een feed, en geen link.',
  not_own_site: 'De pagina staat niet op de eigen site van het merk.',
  'contact.nameless':
    'De rij heeft geen mailadres en ook geen naam bij een site waaraan iemand te herkennen is.',
  'contact.address_invalid': 'Dit kan geen mailadres zijn: verbeter het.',
  'contact.address_erased': 'Deze persoon is op eigen wens gewist en wordt niet opnieuw overgenomen.',
  other: 'De rij kon niet worden overgenomen.',
};
