import { withoutNothing } from '../../../ui/address-words.js';
import { FOOTPRINT_LANGUAGES, type FootprintLanguage } from './footprints.js';

/** What a search of the web is about, as it stands in the address. The results do not: asking for them costs the team a question. */
export interface WebSearchWords {
  readonly q?: string | undefined;
  /** The language results are wanted in. */
  readonly lang?: FootprintLanguage | undefined;
  /** The site whose side panel is open, by its key. */
  readonly peek?: string | undefined;
  readonly client?: string | undefined;
  readonly brand?: string | undefined;
}

/** The service takes so many characters at most. */
export const MOST_LETTERS = 400;

/** Reads the address; what does not fit is left out. */
export function readWebSearch(raw: Record<string, unknown>): WebSearchWords {
  const text = (name: string): string | undefined => {
    const value = raw[name];
    if (typeof value !== 'string' && typeof value !== 'number') return undefined;
    return String(value).trim() || undefined;
  };
  return withoutNothing({
    q: text('q')?.slice(0, MOST_LETTERS),
    lang: FOOTPRINT_LANGUAGES.find((one) => one === raw['lang']),
    peek: text('peek'),
    client: text('client'),
    brand: text('brand'),
  });
}
