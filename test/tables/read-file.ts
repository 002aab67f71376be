import { expect } from '@jest/globals';
import { recordReader } from '../../src/core/imports/read-record.js';
import type { RecordReading } from '../../src/core/imports/record.js';
import { bytesSource } from '../../src/platform/tables/file-source.js';
import { inspectFile } from '../../src/platform/tables/inspect-file.js';
import { openTable } from '../../src/platform/tables/open-table.js';
import type { RowShapeFault } from '../../src/platform/tables/table.js';

/** A row as an import takes it: the line it begins on, and what was read. */
export interface ReadLine {
  readonly lineNo: number;
  readonly reading: RecordReading | { readonly kind: 'shape'; readonly fault: RowShapeFault };
}

/** Looks a file through and reads all its rows, as an import does that nobody mends. */
export async function readFile(bytes: Uint8Array, how: { readonly ownSiteKeys?: ReadonlySet<string> } = {}) {
  const source = bytesSource(bytes);
  const look = await inspectFile(source);
  const table = await openTable(source, look.dialect);
  const read = recordReader({
    content: look.recognition.content,
    mapping: look.recognition.mapping,
    headers: table.headers,
    dialect: look.valueDialect,
    defaults: { type: 'guest_post', compensation: 'none' },
    format: look.recognition.format,
    ...how,
  });
  const lines: ReadLine[] = [];
  for await (const row of table.rows)
    lines.push({
      lineNo: row.lineNo,
      reading: 'cells' in row ? read(row.cells) : { kind: 'shape', fault: row.fault },
    });
  return { look, lines };
}

/** A file of a tool: what it is recognised as, and what its first row brings. */
export type Variant = [
  name: string,
  bytes: Buffer | string,
  format: string | null,
  confidence: 'sure' | 'likely' | 'unknown',
  record: Readonly<Record<string, unknown>>,
];

/** Reads the file and compares. */
export async function expectVariant([, bytes, format, confidence, record]: Variant): Promise<void> {
  const { look, lines } = await readFile(typeof bytes === 'string' ? Buffer.from(bytes) : bytes);
  expect(look.recognition).toMatchObject({ format, confidence, refused: null });
  expect(lines[0]).toMatchObject({ reading: { kind: 'record', record } });
}
