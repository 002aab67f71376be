/**
 * Characters that make a spreadsheet read a cell as a formula, in their full-width forms too (Japanese and Chinese editions read those
 * alike), after white space and control characters a program may drop on the way in.
 */
const LIVE = /^[\s\p{Cc}\p{Cf}]*[=+\-@|%＝＋－＠]/u;
const CONTROL = /^[\t\r\n\v\f]/;

/**
 * A text as a cell of a CSV file that no spreadsheet reads as a formula (OWASP, CSV injection): an apostrophe goes in front of what
 * begins like one, whatever white space it hides behind. Line breaks inside stay; NUL is dropped.
 */
export function spreadsheetText(text: string): string {
  const clean = text.replaceAll('\u0000', '');
  return LIVE.test(clean) || CONTROL.test(clean) ? `'${clean}` : clean;
}

/** One value as a cell: numbers stay numbers, yes and no are `true` and `false`, moments ISO 8601 in UTC, nothing is empty. */
export function spreadsheetCell(value: string | number | boolean | Date | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  return typeof value === 'string' ? spreadsheetText(value) : value.toISOString();
}
