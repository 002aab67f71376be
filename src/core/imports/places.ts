const LOCALES = ['en', 'nl', 'de', 'fr', 'es'] as const;
const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];

/** Codes of two letters that are no longer, or not yet, what people mean by them. */
const OTHER_CODES: Readonly<Record<string, string>> = { uk: 'GB', usa: 'US', en: 'GB' };

/** A language by its code or its name in five languages, as two small letters; null for what is none. */
export function languageCode(text: string): string | null {
  return LANGUAGES.find(text);
}

/** A country by its code or its name in five languages, as two capitals; null for what is none. */
export function countryCode(text: string): string | null {
  const word = text.trim().toLowerCase();
  if (Object.hasOwn(OTHER_CODES, word) && word !== 'en') return OTHER_CODES[word] ?? null;
  return COUNTRIES.find(text)?.toUpperCase() ?? null;
}

/** Names of what two letters stand for, gathered when first asked for. */
class Names {
  private byName: Map<string, string> | null = null;

  constructor(private readonly type: 'language' | 'region') {}

  find(text: string): string | null {
    const word = text.trim().toLowerCase().slice(0, 60);
    if (word === '') return null;
    this.byName ??= this.gather();
    return (
      this.byName.get(word) ?? this.byName.get(/^([a-z]{2})[-_][a-z]{2,4}$/.exec(word)?.[1] ?? '') ?? null
    );
  }

  private gather(): Map<string, string> {
    const found = new Map<string, string>();
    const displays = LOCALES.map(
      (locale) => new Intl.DisplayNames(locale, { type: this.type, fallback: 'none' }),
    );
    for (const code of LETTERS.flatMap((first) => LETTERS.map((second) => first + second))) {
      const names = displays.map((display) => display.of(this.type === 'region' ? code.toUpperCase() : code));
      if (names[0] === undefined) continue;
      for (const name of [code, ...names])
        if (name !== undefined && !found.has(name.toLowerCase())) found.set(name.toLowerCase(), code);
    }
    return found;
  }
}

const LANGUAGES = new Names('language');
const COUNTRIES = new Names('region');
