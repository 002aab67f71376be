import { formatTag, type Messages } from '../i18n/messages.js';

/** The countries of ISO 3166-1, by their two letters. */
const COUNTRIES =
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'.split(
    ' ',
  );

/** The languages people write to sites in, by the two letters of ISO 639-1. */
const LANGUAGES =
  'af am ar az be bg bn bs ca cs cy da de el en eo es et eu fa fi fo fr fy ga gd gl gu he hi hr hu hy id is it ja ka kk km kn ko ku ky la lb lo lt lv mi mk ml mn mr ms mt my nb ne nl nn no pa pl ps pt rm ro ru sd si sk sl so sq sr su sv sw ta te tg th tk tl tr tt uk ur uz vi xh yi zh zu'.split(
    ' ',
  );

type In = Pick<Messages, 'locale'>;

/** "NL" as "Netherlands", in the language of the reader; the code itself when it names nothing. */
export function countryName(code: string, { locale }: In): string {
  return new Intl.DisplayNames(formatTag(locale), { type: 'region' }).of(code) ?? code;
}

/** "nl" as "Dutch", in the language of the reader. */
export function languageName(code: string, { locale }: In): string {
  return new Intl.DisplayNames(formatTag(locale), { type: 'language' }).of(code) ?? code;
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

function byLabel(one: Choice, other: Choice): number {
  return one.label.localeCompare(other.label);
}

/** All countries by name, for a choice. */
export function countryChoices(t: In): Choice[] {
  return COUNTRIES.map((value) => ({ value, label: countryName(value, t) })).sort(byLabel);
}

/** All languages by name, for a choice. */
export function languageChoices(t: In): Choice[] {
  return LANGUAGES.map((value) => ({ value, label: languageName(value, t) })).sort(byLabel);
}
