import { type RowShapeFault, TableError } from './table.js';

/** A record of a delimited text: its cells, or why it is none, with the line it begins on (from 1). */
export type SplitRecord =
  | { readonly lineNo: number; readonly cells: string[] }
  | { readonly lineNo: number; readonly fault: RowShapeFault };

/** Characters of one record, at most. */
const LONGEST_RECORD = 1_000_000;
const MOST_COLUMNS = 10_000;

/**
 * How much may be read a second time after records whose quote was never closed: without a limit, a file of nothing else would be read
 * a million times over.
 */
const REREAD_LIMIT = 16 * LONGEST_RECORD;

type Attempt =
  | { readonly kind: 'record'; readonly cells: string[]; readonly end: number; readonly lines: number }
  | { readonly kind: 'open' }
  | { readonly kind: 'bad'; readonly fault: RowShapeFault; readonly end: number };

/**
 * Splits a delimited text (RFC 4180) that comes in pieces of any size into records, forgiving what spreadsheets and tools get wrong: a quote
 * inside a cell stays a letter, rows may be short or long, CR before LF falls away, empty lines are passed over. A record that is longer than
 * a million characters, or whose quotes make no sense, is one bad record, and reading goes on with the line after its first.
 */
export class RecordSplitter {
  private text = '';
  private at = 0;
  private lineNo: number;
  /** The next quote at or after `at`, or the end of the text. */
  private quote = -1;
  private isSkippingLine = false;
  private reread = 0;

  constructor(
    private readonly delimiter: string,
    firstLine = 1,
  ) {
    this.lineNo = firstLine;
  }

  /** Takes the next piece; gives the records that are whole by now. Throws `TableError` for a file of broken quotes. */
  push(piece: string): SplitRecord[] {
    this.text = this.at === this.text.length ? piece : this.text.slice(this.at) + piece;
    this.at = 0;
    this.quote = -1;
    return this.split(false);
  }

  /** The records left when the text is at its end. Throws `TableError` as `push` does. */
  end(): SplitRecord[] {
    this.quote = -1;
    return this.split(true);
  }

  private split(isEnd: boolean): SplitRecord[] {
    const records: SplitRecord[] = [];
    while (this.at < this.text.length) {
      if (this.isSkippingLine) {
        if (!this.skipLine()) break;
        continue;
      }
      const record = this.plainLine(isEnd) ?? this.quotedRecord(isEnd);
      if (record === null) break;
      if (record !== 'empty') records.push(record);
    }
    return records;
  }

  /** A line without a quote, cut at its delimiters: nearly every line there is. Null when there is a quote, or no end yet. */
  private plainLine(isEnd: boolean): SplitRecord | 'empty' | null {
    const found = this.text.indexOf('\n', this.at);
    if (found === -1 && !isEnd) return null;
    const end = found === -1 ? this.text.length : found;
    if (this.nextQuote() < end || end - this.at > LONGEST_RECORD) return null;
    const line = this.text.slice(
      this.at,
      end > this.at && this.text.charCodeAt(end - 1) === 13 ? end - 1 : end,
    );
    const { lineNo } = this;
    this.at = end + 1;
    this.lineNo += 1;
    return line === '' ? 'empty' : shaped(lineNo, line.split(this.delimiter));
  }

  private nextQuote(): number {
    if (this.quote < this.at) {
      const found = this.text.indexOf('"', this.at);
      this.quote = found === -1 ? this.text.length : found;
    }
    return this.quote;
  }

  private quotedRecord(isEnd: boolean): SplitRecord | null {
    const attempt = attemptRecord(this.text, this.at, this.delimiter, isEnd);
    const { lineNo } = this;
    if (attempt.kind === 'record') {
      this.at = attempt.end;
      this.lineNo += attempt.lines;
      return shaped(lineNo, attempt.cells);
    }
    if (attempt.kind === 'bad') return this.giveUp(attempt.fault, attempt.end);
    if (!isEnd && this.text.length - this.at <= LONGEST_RECORD) return null;
    const fault = this.nextQuote() < this.text.length ? 'unclosed_quote' : 'record_too_long';
    return this.giveUp(fault, this.text.length);
  }

  /** The record is bad: the next one begins after its first line. */
  private giveUp(fault: RowShapeFault, readTo: number): SplitRecord {
    const { lineNo } = this;
    this.reread += readTo - this.at;
    if (this.reread > REREAD_LIMIT) throw new TableError('unclosed_quote', lineNo);
    this.isSkippingLine = true;
    this.skipLine();
    return { lineNo, fault };
  }

  private skipLine(): boolean {
    const end = this.text.indexOf('\n', this.at);
    this.at = end === -1 ? this.text.length : end + 1;
    if (end === -1) return false;
    this.lineNo += 1;
    this.isSkippingLine = false;
    return true;
  }
}

function shaped(lineNo: number, cells: string[]): SplitRecord {
  return cells.length > MOST_COLUMNS ? { lineNo, fault: 'too_many_columns' } : { lineNo, cells };
}

/** Reads one record from a place in the text, cell by cell. */
function attemptRecord(text: string, from: number, delimiter: string, isEnd: boolean): Attempt {
  const cells: string[] = [];
  let at = from;
  let lines = 1;
  let hasStray = false;
  for (;;) {
    const cell =
      text.charCodeAt(at) === 34
        ? quotedCell(text, at, delimiter, isEnd)
        : bareCell(text, at, delimiter, isEnd);
    if (cell === null) return { kind: 'open' };
    cells.push(cell.value);
    lines += cell.lines;
    hasStray ||= cell.hasStray;
    // A stray quote on a record of several lines: its rows have run into one another.
    if (hasStray && lines > 1) return { kind: 'bad', fault: 'stray_quote', end: cell.end };
    if (cell.end - from > LONGEST_RECORD) return { kind: 'bad', fault: 'record_too_long', end: cell.end };
    if (!cell.isLast) at = cell.end + delimiter.length;
    else return { kind: 'record', cells, end: cell.end + lineEndAt(text, cell.end), lines };
  }
}

interface Cell {
  readonly value: string;
  /** Where the delimiter or the line end stands. */
  readonly end: number;
  readonly isLast: boolean;
  readonly lines: number;
  readonly hasStray: boolean;
}

function bareCell(text: string, from: number, delimiter: string, isEnd: boolean): Cell | null {
  const line = text.indexOf('\n', from);
  if (line === -1 && !isEnd) return null;
  const lineEnd = line === -1 ? text.length : line;
  const cut = text.slice(from, lineEnd).indexOf(delimiter);
  if (cut !== -1)
    return {
      value: text.slice(from, from + cut),
      end: from + cut,
      isLast: false,
      lines: 0,
      hasStray: false,
    };
  const end = lineEnd > from && text.charCodeAt(lineEnd - 1) === 13 ? lineEnd - 1 : lineEnd;
  return { value: text.slice(from, end), end, isLast: true, lines: 0, hasStray: false };
}

function quotedCell(text: string, from: number, delimiter: string, isEnd: boolean): Cell | null {
  let value = '';
  let start = from + 1;
  let hasStray = false;
  for (;;) {
    const next = text.indexOf('"', start) + 1;
    if (next === 0 || (!isEnd && isCutOff(text, next))) return null;
    const kind = quoteKind(text, next, delimiter);
    hasStray ||= kind === 'stray';
    value += text.slice(start, isEndOfCell(kind) ? next - 1 : next);
    start = next + (kind === 'doubled' ? 1 : 0);
    const lines = lineEndsIn(value);
    if (isEndOfCell(kind) || isAstray({ hasStray, lines }))
      return { value, end: next, isLast: kind === 'last', lines, hasStray };
  }
}

type QuoteKind = 'doubled' | 'cut' | 'last' | 'stray';

/** A stray quote in a cell of several lines: rows have run into one another. */
function isAstray({ hasStray, lines }: { hasStray: boolean; lines: number }): boolean {
  return hasStray && lines > 0;
}

function isEndOfCell(kind: QuoteKind): boolean {
  return kind === 'cut' || kind === 'last';
}

/** What a quote within a quoted cell is, by what follows it: one of two that mean a letter, the cell's end, or a letter by mistake. */
function quoteKind(text: string, next: number, delimiter: string): QuoteKind {
  if (text.charCodeAt(next) === 34) return 'doubled';
  if (text.startsWith(delimiter, next)) return 'cut';
  return next === text.length || lineEndAt(text, next) > 0 ? 'last' : 'stray';
}

/** Whether what follows a quote is not there yet: nothing, or a CR whose LF may come. */
function isCutOff(text: string, at: number): boolean {
  return at === text.length || (at + 1 === text.length && text.charCodeAt(at) === 13);
}

/** Length of the line end at a place: 0 when there is none. */
function lineEndAt(text: string, at: number): number {
  if (text.charCodeAt(at) === 10) return 1;
  if (text.charCodeAt(at) !== 13) return 0;
  if (at + 1 === text.length) return 1;
  return text.charCodeAt(at + 1) === 10 ? 2 : 0;
}

function lineEndsIn(value: string): number {
  let count = 0;
  for (let at = value.indexOf('\n'); at !== -1; at = value.indexOf('\n', at + 1)) count += 1;
  return count;
}
