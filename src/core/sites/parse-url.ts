/**
 * Reads an address by the URL Standard; null when it is none.
 *
 * Not by `URL.canParse`: in Node 20 it refuses every address with a letter such as ü once it has been called a few
 * thousand times (its fast path reads Latin-1 as UTF-8).
 */
export function parseUrl(text: string, base?: string): URL | null {
  try {
    return base === undefined ? new URL(text) : new URL(text, base);
  } catch {
    return null;
  }
}
