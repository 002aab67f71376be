/** What stands where a person's address or name stood. */
export const ERASED_WORD = '[erased]';

/** A name of one word, or a short one, is a word of the language as well: it is never taken out of other people's texts. */
const SHORTEST_NAME = 5;

/**
 * A pattern (PostgreSQL and JavaScript alike, to be read without regard to case) that finds a person's addresses and their whole name in a text, or
 * null when there is nothing to look for. Addresses stand alone: `ann@site.example` is not found in `joann@site.example`.
 */
export function tracePattern(addressKeys: readonly string[], name: string): string | null {
  const trimmed = name.trim();
  const isWholeName = trimmed.includes(' ') && trimmed.length >= SHORTEST_NAME;
  const addresses = addressKeys.map((key) => `(?<![a-z0-9._%+-])${escaped(key)}(?![a-z0-9-])`);
  const names = isWholeName ? [`(?<![a-z])${trimmed.split(/\s+/).map(escaped).join('\\s+')}(?![a-z])`] : [];
  const all = [...addresses, ...names];
  return all.length === 0 ? null : `(?:${all.join('|')})`;
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}
