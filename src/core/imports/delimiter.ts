const CANDIDATES = [',', ';', '\t', '|'] as const;
/** What stands between two cells of a file. */
export type Delimiter = (typeof CANDIDATES)[number];

/**
 * Says what separates the cells of a file, from its first lines: the candidate that splits them into the most columns
 * of one and the same number. A `sep=` line, as spreadsheets write it, decides alone. A single column counts as commas.
 */
export function sniffDelimiter(text: string): Delimiter {
  const said = /^sep=(.)\r?\n/i.exec(text)?.[1];
  const named = CANDIDATES.find((candidate) => candidate === said);
  if (named !== undefined) return named;
  const widths = CANDIDATES.map((candidate) => ({ candidate, width: steadyWidth(text, candidate) }));
  const widest = widths.reduce((best, next) => (next.width > best.width ? next : best));
  return widest.width > 1 ? widest.candidate : ',';
}

const LINES = 20;

/** Columns every one of the first lines has with this delimiter; 0 when they do not agree. */
function steadyWidth(text: string, delimiter: string): number {
  const lines = text.replaceAll(/"[^"]*"/g, '').split(/\r?\n/);
  const filled = lines.filter((line) => line.trim() !== '').slice(0, LINES);
  const widths = filled.map((line) => line.split(delimiter).length);
  const [first = 0] = widths;
  return widths.every((width) => width === first) ? first : 0;
}
