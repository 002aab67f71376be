/** What a country's own suffix suggests; countries with several languages suggest none. */
const BY_SUFFIX: Readonly<Record<string, readonly [country: string, language: string | null]>> = {
  at: ['AT', 'de'],
  be: ['BE', null],
  ch: ['CH', null],
  cz: ['CZ', 'cs'],
  de: ['DE', 'de'],
  dk: ['DK', 'da'],
  es: ['ES', 'es'],
  fi: ['FI', 'fi'],
  fr: ['FR', 'fr'],
  gr: ['GR', 'el'],
  ie: ['IE', 'en'],
  it: ['IT', 'it'],
  lu: ['LU', null],
  nl: ['NL', 'nl'],
  no: ['NO', 'no'],
  pl: ['PL', 'pl'],
  pt: ['PT', 'pt'],
  ro: ['RO', 'ro'],
  se: ['SE', 'sv'],
  uk: ['GB', 'en'],
};

/** A language (ISO 639-1) and a country (ISO 3166-1) that may fit; null where nothing suggests one. */
export interface LocaleProposal {
  readonly language: string | null;
  readonly country: string | null;
}

/**
 * What the names of a contact's sites suggest about language and country: only where all sites with a country's suffix agree. A proposal for a
 * person to accept, never a fact: a law must not be chosen by a suffix.
 */
export function proposeLocale(hosts: readonly string[]): LocaleProposal {
  const suffixes = new Set(hosts.map((host) => host.split('/')[0]?.split('.').at(-1) ?? ''));
  const known = [...suffixes].filter((suffix) => Object.hasOwn(BY_SUFFIX, suffix));
  const only = known.length === 1 ? BY_SUFFIX[known[0] ?? ''] : undefined;
  return { country: only?.[0] ?? null, language: only?.[1] ?? null };
}
