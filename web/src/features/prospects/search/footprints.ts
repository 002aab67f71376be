/** Languages whose footprints are offered. */
export const FOOTPRINT_LANGUAGES = ['en', 'nl', 'de'] as const;
export type FootprintLanguage = (typeof FOOTPRINT_LANGUAGES)[number];

/** Phrases by which pages that take guest posts, list resources or link to others give themselves away, as they are written there. */
export const FOOTPRINTS: Readonly<Record<FootprintLanguage, readonly string[]>> = {
  en: [
    '"write for us"',
    '"guest post"',
    '"submit an article"',
    '"become a contributor"',
    '"useful links"',
    '"recommended resources"',
    'intitle:resources',
  ],
  nl: [
    '"gastblog"',
    '"schrijf voor ons"',
    '"gastblogger worden"',
    '"gastartikel"',
    '"handige links"',
    '"nuttige links"',
    'intitle:linkpartners',
  ],
  de: [
    '"Gastbeitrag"',
    '"Gastartikel einreichen"',
    '"schreiben Sie für uns"',
    '"Gastautor werden"',
    '"nützliche Links"',
    '"Linksammlung"',
    'intitle:Ressourcen',
  ],
};

/** Whether a phrase stands in the words that were typed. */
export function hasFootprint(words: string, phrase: string): boolean {
  return words.toLowerCase().includes(phrase.toLowerCase());
}

/** The words with a phrase behind them, or without it where they held it. */
export function toggleFootprint(words: string, phrase: string): string {
  if (!hasFootprint(words, phrase)) return `${words.trim()} ${phrase}`.trim();
  const from = words.toLowerCase().indexOf(phrase.toLowerCase());
  return `${words.slice(0, from)} ${words.slice(from + phrase.length)}`.replace(/\s+/g, ' ').trim();
}
