import { isKnownHeader } from '../../core/imports/formats/registry.js';
import { knownHeaders } from '../../core/imports/header-row.js';
import { RecordSplitter, type SplitRecord } from './record-splitter.js';
import type { TableDialect } from './table.js';

const CANDIDATES = [',', ';', '\t', '|'] as const;
const RECORDS = 50;

/** What the beginning of a text tells: how lines end, what parts the cells, and the line the records begin on. */
export type TextShape = Pick<TableDialect, 'delimiter' | 'lineEnd'> & { readonly firstLine: number };

/**
 * Finds out what separates the cells of a text, from its beginning: the candidate that makes known headers of a line, else the one that cuts the
 * most of its records, in a row, into the most cells of one number. A `sep=` line, as spreadsheets write it, decides alone. A single column
 * counts as commas.
 */
export function sniffText(start: string, isWhole: boolean): TextShape {
  const lineEnd = start.includes('\r') && !start.includes('\n') ? 'cr' : 'lf';
  const text = withLineFeeds(start, lineEnd);
  const said = /^sep=([^\r\n])\r?\n/i.exec(text)?.[1];
  if (said !== undefined) return { delimiter: said, lineEnd, firstLine: 2 };
  const scores = CANDIDATES.map((delimiter) => {
    const records = firstRecords(text, { delimiter, firstLine: 1 }, isWhole);
    const rows = records.flatMap((record) => ('cells' in record ? [record.cells] : []));
    return { delimiter, known: mostKnownHeaders(rows), cells: steadyCells(records) };
  });
  const [best] = [...scores].sort((one, other) => other.known - one.known || other.cells - one.cells);
  const isTold = best !== undefined && best.known + best.cells > 0;
  return { delimiter: isTold ? best.delimiter : ',', lineEnd, firstLine: 1 };
}

/** Of any of the first records, how many headers are known; a single one may be chance. */
function mostKnownHeaders(rows: readonly (readonly string[])[]): number {
  const counts = knownHeaders(rows, isKnownHeader).filter((count) => count > 1);
  return Math.max(0, ...counts);
}

/** The first records of a text that may be cut off at its end. */
export function firstRecords(
  text: string,
  { delimiter, firstLine }: { readonly delimiter: string; readonly firstLine: number },
  isWhole: boolean,
): SplitRecord[] {
  const splitter = new RecordSplitter(delimiter, firstLine);
  const from = firstLine === 1 ? 0 : text.indexOf('\n') + 1;
  try {
    const records = splitter.push(text.slice(from));
    return (isWhole ? [...records, ...splitter.end()] : records).slice(0, RECORDS);
  } catch {
    // Cut by the wrong mark, the quotes of a text make no sense: it is not the one.
    return [];
  }
}

/** Text whose lines end with CR alone, with LF instead. */
export function withLineFeeds(text: string, lineEnd: TableDialect['lineEnd']): string {
  return lineEnd === 'cr' ? text.replaceAll('\r', '\n') : text;
}

/** Of the longest run of records of one width: the records times the cells beyond the first. */
function steadyCells(records: readonly SplitRecord[]): number {
  let best = 0;
  let width = 0;
  let run = 0;
  for (const record of records) {
    const cells = 'cells' in record ? record.cells.length : 0;
    run = cells === width ? run + 1 : 1;
    width = cells;
    if (run > 1 || records.length === 1) best = Math.max(best, run * (width - 1));
  }
  return best;
}
