/**
 * The type and subtype a Content-Type names, in lower case; "" when it names none. Of several values, in one header or in
 * repeated ones, the last counts (Fetch Standard, "extract a MIME type").
 */
export function mediaType(contentType: string | null): string {
  const types = (contentType ?? '')
    .split(',')
    .map((value) => value.replace(/;.*$/s, '').trim().toLowerCase())
    .filter((type) => type.includes('/'));
  return types.at(-1) ?? '';
}
