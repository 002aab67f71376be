/** Beginnings of the months' names, without accents, in English, Dutch, German, French, Spanish, Italian and Portuguese. */
const BEGINNINGS: readonly (readonly string[])[] = [
  ['jan', 'ene', 'gen'],
  ['feb', 'fev'],
  ['mar', 'maa', 'mrt', 'mae', 'mrz'],
  ['apr', 'avr', 'abr'],
  ['may', 'mei', 'mai', 'mag'],
  ['jun', 'juin', 'giu'],
  ['jul', 'juil', 'lug'],
  ['aug', 'aou', 'ago'],
  ['sep', 'set'],
  ['oct', 'okt', 'ott', 'out'],
  ['nov'],
  ['dec', 'dez', 'dic'],
];

/** The longest name there is: "septiembre", "septembre." */
const LONGEST = 12;

/** The number of a month by its name or a short form of it; null for any other word. */
export function monthNumber(word: string): number | null {
  if (word.length < 3 || word.length > LONGEST) return null;
  const folded = word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\.$/, '');
  const index = BEGINNINGS.findIndex((names) => names.some((name) => folded.startsWith(name)));
  return index === -1 || !/^[a-z]+$/.test(folded) ? null : index + 1;
}
