import { formatTag, type Messages } from './messages.js';

/** Languages people write pages and mails in, as ISO 639-1 says them. */
const LANGUAGES =
  'en nl de fr es it pt pl sv da nb fi cs sk hu ro bg el tr ru uk hr sl sr lt lv et is ga ca eu gl ar he fa hi bn ur id ms vi th zh ja ko'.split(
    ' ',
  );

/** Countries and territories, as ISO 3166-1 says them. */
const COUNTRIES =
  'AD AE AF AG AI AL AM AO AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'.split(
    ' ',
  );

type In = Pick<Messages, 'locale'>;

interface Option {
  readonly value: string;
  readonly label: string;
}

const made = new Map<string, Intl.DisplayNames>();

function namesOf(type: 'language' | 'region', { locale }: In): Intl.DisplayNames {
  const key = `${type} ${locale}`;
  const known = made.get(key);
  if (known) return known;
  const names = new Intl.DisplayNames([formatTag(locale)], { type });
  made.set(key, names);
  return names;
}

/** The name of a language in the reader's own; the code where there is none. */
export function languageName(code: string, inside: In): string {
  return namesOf('language', inside).of(code) ?? code;
}

/** The name of a country in the reader's language; the code where there is none. */
export function countryName(code: string, inside: In): string {
  return namesOf('region', inside).of(code) ?? code;
}

function options(codes: readonly string[], nameOf: (code: string) => string, { locale }: In): Option[] {
  const order = new Intl.Collator(formatTag(locale));
  return codes
    .map((value) => ({ value, label: nameOf(value) }))
    .sort((a, b) => order.compare(a.label, b.label));
}

/** Languages to choose from, by name; one that is in use though not common is added. */
export function languageOptions(inside: In, used: string | null = null): Option[] {
  const codes = used === null || LANGUAGES.includes(used) ? LANGUAGES : [...LANGUAGES, used];
  return options(codes, (code) => languageName(code, inside), inside);
}

/** Countries to choose from, by name. */
export function countryOptions(inside: In): Option[] {
  return options(COUNTRIES, (code) => countryName(code, inside), inside);
}
