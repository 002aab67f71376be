/** A cell of a sheet by its type. */
export type SheetCell =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'boolean'; readonly yes: boolean }
  | { readonly kind: 'moment'; readonly serial: number };

/** Characters a cell holds at most, in every spreadsheet there is. */
const LONGEST = 32_767;

/** Days from 1899-12-30, where spreadsheets begin to count, to 1970-01-01. */
const EPOCH = 25_569;
const DAY_MS = 24 * 3600_000;
/** The first of March 1900: before it, spreadsheets disagree about the days. */
const FIRST = 61;
const LAST = 2_958_466;

/** Not allowed in XML 1.0: control characters but tab and line ends, lone surrogates, and two non-characters. */
const NOT_XML = /[\p{Cs}\uFFFE\uFFFF]|(?![\t\n\r])[\p{Cc}]/gu;

/** The XML of a cell (ECMA-376 part 1, 18.3.1.4); a text is an inline string, which no program calculates. */
export function sheetCell(cell: SheetCell): string {
  switch (cell.kind) {
    case 'empty':
      return '<c/>';
    case 'number':
      return `<c><v>${cell.number}</v></c>`;
    case 'boolean':
      return `<c t="b"><v>${cell.yes ? 1 : 0}</v></c>`;
    case 'moment':
      return `<c s="1"><v>${cell.serial}</v></c>`;
    case 'text':
      return cell.text === ''
        ? '<c/>'
        : `<c t="inlineStr"><is><t xml:space="preserve">${xmlText(cell.text)}</t></is></c>`;
  }
}

/** The XML of a row; its cells stand in the columns from the first on. */
export function sheetRow(no: number, cells: readonly string[]): string {
  return `<row r="${no}">${cells.map((cell, index) => cell.replace('<c', `<c r="${columnName(index)}${no}"`)).join('')}</row>`;
}

/** The letters of a column, 0 is A. */
export function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnName(Math.floor(index / 26) - 1) + last;
}

/** A moment (milliseconds since 1970, UTC) as spreadsheets count days; null where they cannot say it. */
export function dateSerial(at: number): number | null {
  const serial = at / DAY_MS + EPOCH;
  return serial >= FIRST && serial < LAST ? serial : null;
}

function xmlText(text: string): string {
  return text
    .slice(0, LONGEST)
    .replace(NOT_XML, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}
