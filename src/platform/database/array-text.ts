const NEEDS_ESCAPE = /["\\]/;
const TO_ESCAPE = /["\\]/g;

/**
 * Texts as PostgreSQL reads an array of them (manual, 8.15.6), for a parameter such as `$1::text[]`. The driver makes the same of an array,
 * piece by piece: for thousands of elements that is most of what a batch allocates.
 */
export function textArray(texts: readonly (string | null)[]): string {
  if (texts.length > 0 && texts.every(isPlain)) return `{"${texts.join('","')}"}`;
  return `{${texts.map(element).join(',')}}`;
}

/** Ids as PostgreSQL reads an array of them, for a parameter such as `$1::uuid[]`. */
export function idArray(ids: readonly (string | null)[]): string {
  return `{${ids.map((id) => id ?? 'NULL').join(',')}}`;
}

function isPlain(text: string | null): boolean {
  return text !== null && !NEEDS_ESCAPE.test(text);
}

function element(text: string | null): string {
  return text === null ? 'NULL' : `"${text.replace(TO_ESCAPE, '\\$&')}"`;
}
