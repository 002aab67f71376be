const YES = new Set([
  'true',
  'yes',
  'y',
  '1',
  'x',
  'ja',
  'j',
  'oui',
  'si',
  'wahr',
  'vrai',
  'waar',
  'on',
  '✓',
  '✔',
]);
const NO = new Set([
  'false',
  'no',
  'n',
  '0',
  '-',
  'nee',
  'nein',
  'non',
  'falsch',
  'faux',
  'onwaar',
  'off',
  '✗',
  '✘',
]);

/** Reads a yes or no of any of the tools; null for a word that is neither. */
export function readYesNo(text: string): boolean | null {
  const word = text.trim().toLowerCase();
  if (YES.has(word)) return true;
  return NO.has(word) ? false : null;
}
