import { isDateFormat } from './excel-number.js';
import { TableError } from './table.js';
import { readWholeXml } from './xml-reader.js';
import type { ZipArchive } from './zip-archive.js';

/** A sheet of a workbook that people see. */
export interface WorkbookSheet {
  readonly name: string;
  /** Its file in the archive. */
  readonly path: string;
}

/** What the cells of a workbook refer to. */
export interface Workbook {
  readonly sheets: readonly WorkbookSheet[];
  /** Whether days count from 1904, as on old Macs. */
  readonly isFrom1904: boolean;
  readonly strings: readonly string[];
  /** For each style of cells whether its numbers are moments. */
  readonly dateStyles: readonly boolean[];
}

const WORKBOOK = 'xl/workbook.xml';
const MOST_STRING_CHARACTERS = 64 * 1024 * 1024;

/** Whether an archive is a workbook of Excel's. */
export function isWorkbook(archive: ZipArchive): boolean {
  return archive.has(WORKBOOK);
}

/** The visible sheets of a workbook, in order, without reading what they refer to. Throws `TableError`. */
export async function workbookSheets(archive: ZipArchive): Promise<Pick<Workbook, 'sheets' | 'isFrom1904'>> {
  const targets = await relations(archive);
  const sheets: WorkbookSheet[] = [];
  let isFrom1904 = false;
  await readWholeXml(archive.bytes(WORKBOOK), {
    open: (name, attributes) => {
      if (name === 'workbookPr') isFrom1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
      const isShown = name === 'sheet' && (attributes['state'] ?? 'visible') === 'visible';
      const path = isShown ? targets.get(relationOf(attributes)) : undefined;
      if (path !== undefined && archive.has(path)) sheets.push({ name: attributes['name'] ?? '', path });
    },
  });
  return { sheets, isFrom1904 };
}

/** A workbook with all that its sheets refer to. Throws `TableError` when its texts would fill the memory. */
export async function openWorkbook(archive: ZipArchive): Promise<Workbook> {
  const { sheets, isFrom1904 } = await workbookSheets(archive);
  return { sheets, isFrom1904, strings: await sharedStrings(archive), dateStyles: await dateStyles(archive) };
}

function relationOf(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '';
}

async function relations(archive: ZipArchive): Promise<ReadonlyMap<string, string>> {
  const targets = new Map<string, string>();
  await readWholeXml(archive.bytes('xl/_rels/workbook.xml.rels'), {
    open: (name, attributes) => {
      if (name !== 'Relationship') return;
      const target = attributes['Target'] ?? '';
      targets.set(attributes['Id'] ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    },
  });
  return targets;
}

async function sharedStrings(archive: ZipArchive): Promise<string[]> {
  const path = 'xl/sharedStrings.xml';
  const strings: string[] = [];
  if (!archive.has(path)) return strings;
  let characters = 0;
  let current = '';
  let isText = false;
  let isPhonetic = false;
  await readWholeXml(archive.bytes(path), {
    open: (name) => {
      if (name === 'si') current = '';
      if (name === 't') isText = !isPhonetic;
      if (name === 'rPh') isPhonetic = true;
    },
    text: (text) => {
      if (isText) current += text;
    },
    close: (name) => {
      if (name === 't') isText = false;
      if (name === 'rPh') isPhonetic = false;
      if (name !== 'si') return;
      characters += current.length + 8;
      if (characters > MOST_STRING_CHARACTERS) throw new TableError('too_large_unpacked', 1);
      strings.push(current);
    },
  });
  return strings;
}

async function dateStyles(archive: ZipArchive): Promise<boolean[]> {
  const path = 'xl/styles.xml';
  const styles: boolean[] = [];
  if (!archive.has(path)) return styles;
  const own = new Map<number, string>();
  let isCellFormats = false;
  await readWholeXml(archive.bytes(path), {
    open: (name, attributes) => {
      if (name === 'numFmt') own.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      if (name === 'cellXfs') isCellFormats = true;
      if (name !== 'xf' || !isCellFormats) return;
      const id = Number(attributes['numFmtId'] ?? 0);
      styles.push(isDateFormat(id, own.get(id)));
    },
    close: (name) => {
      if (name === 'cellXfs') isCellFormats = false;
    },
  });
  return styles;
}
