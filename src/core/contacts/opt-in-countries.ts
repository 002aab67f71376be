/** Whether the law of a country asks for a ground before the first commercial mail to somebody at a company. */
export type OptInRule = 'required' | 'not_required' | 'unknown';

interface CountryRule {
  readonly rule: OptInRule;
  /** The law the line rests on. */
  readonly source: string;
  /** The first day the line holds, YYYY-MM-DD; before it the rule is not known here. */
  readonly since?: string;
}

/**
 * One line a country, for mail to a named person at a company. It is no legal advice: a line says what its source says, and a country that is not
 * here, or whose sources differ about companies, is `unknown`, which a person has to decide.
 */
const COUNTRIES: Readonly<Record<string, CountryRule>> = {
  AT: { rule: 'required', source: 'TKG 2021, § 174(3)' },
  AU: { rule: 'required', source: 'Spam Act 2003, section 16' },
  BE: {
    rule: 'required',
    source: 'Wetboek van economisch recht, art. XII.13; exempt are general addresses of companies only',
  },
  CA: { rule: 'required', source: "Canada's Anti-Spam Legislation (S.C. 2010, c. 23), section 6" },
  CH: { rule: 'required', source: 'UWG, art. 3(1)(o)' },
  CZ: { rule: 'required', source: 'Zákon č. 480/2004 Sb., § 7' },
  DE: { rule: 'required', source: 'UWG, § 7(2)' },
  DK: { rule: 'required', source: 'Markedsføringsloven, § 10' },
  ES: { rule: 'required', source: 'LSSI (Ley 34/2002), art. 21' },
  FI: {
    rule: 'not_required',
    source: 'Laki sähköisen viestinnän palveluista 917/2014, § 202 (legal persons may opt out)',
  },
  FR: {
    rule: 'not_required',
    source: 'CPCE, art. L34-5; CNIL: no consent where the message fits the profession',
  },
  GB: { rule: 'not_required', source: 'PECR 2003, regulation 22 (individual subscribers only)' },
  GR: { rule: 'required', source: 'Law 3471/2006, art. 11' },
  IE: { rule: 'not_required', source: 'S.I. No. 336/2011, regulation 13 (business addresses may opt out)' },
  IT: { rule: 'required', source: 'D.Lgs. 196/2003, art. 130' },
  NL: { rule: 'required', source: 'Telecommunicatiewet, art. 11.7 (companies, too)', since: '2009-10-01' },
  PL: { rule: 'required', source: 'Prawo komunikacji elektronicznej, art. 398', since: '2024-11-10' },
  RO: { rule: 'required', source: 'Legea 506/2004, art. 12' },
  SE: { rule: 'not_required', source: 'Marknadsföringslagen, § 19 (natural persons only)' },
  US: { rule: 'not_required', source: 'CAN-SPAM Act, 15 U.S.C. 7704 (opt-out)' },
};

/** Whether a ground is required by a country (ISO 3166-1 in capitals) on a day (YYYY-MM-DD); `unknown` where it could not be told. */
export function optInRule(country: string, today: string): OptInRule {
  const line = Object.hasOwn(COUNTRIES, country) ? COUNTRIES[country] : undefined;
  if (line === undefined || today < (line.since ?? '')) return 'unknown';
  return line.rule;
}
