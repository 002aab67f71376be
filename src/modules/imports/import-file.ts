import { createHash } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { headerText } from '../../core/imports/header-hash.js';
import { recordReader } from '../../core/imports/read-record.js';
import type { RecordReading } from '../../core/imports/record.js';
import { BlobStore } from '../../platform/blobs/blob-store.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { AppError } from '../../platform/errors/app-error.js';
import { SpareMemory } from '../../platform/process/spare-memory.js';
import { bytesSource } from '../../platform/tables/file-source.js';
import { type FileInspection, inspectFile } from '../../platform/tables/inspect-file.js';
import { openTable } from '../../platform/tables/open-table.js';
import { type BadRow, type FileSource, TableError, type TableRow } from '../../platform/tables/table.js';
import { Uploads } from '../../platform/uploads/uploads.js';
import type { ImportEntity } from './import.entity.js';
import type { RowReading } from './import-run.js';

/** Rows of one transaction: large enough for the database to be quick, small enough that memory holds few rows and a crash costs a second. */
export const BATCH_ROWS = 3000;

/** The files behind imports, read as streams. */
@Injectable()
export class ImportFile {
  constructor(
    private readonly uploads: Uploads,
    private readonly blobs: BlobStore,
  ) {}

  /** Looks a file through from top to bottom. Throws `import.unreadable` for what is no table. */
  async inspect(
    scope: WorkspaceScope,
    row: Pick<ImportEntity, 'uploadId' | 'fileSize' | 'fileSha256'>,
    sheet?: string,
  ): Promise<FileInspection> {
    const source = await this.source(scope, row);
    return readable(() => inspectFile(sparing(source), sheet === undefined ? {} : { sheet }));
  }

  /** The rows of the file in batches that always begin at the same rows, so that one is either through or not. */
  async *batches(
    scope: WorkspaceScope,
    row: ImportEntity,
    ownSiteKeys: ReadonlySet<string>,
  ): AsyncGenerator<readonly RowReading[], void> {
    const source = await this.source(scope, row);
    const { table: dialect, values } = row.dialect;
    const table = await readable(() => openTable(source, dialect));
    const read = recordReader({
      content: row.content,
      mapping: row.mapping,
      headers: table.headers,
      dialect: values ?? { decimal: 'unknown', dateOrder: 'unknown', hasSerials: false },
      defaults: row.options.defaults,
      ownSiteKeys,
      format: row.format,
    });
    const memory = new SpareMemory();
    let batch: RowReading[] = [];
    for await (const rows of table.portions) {
      for (const row of rows) {
        batch.push(readingOf(row, read));
        if (batch.length < BATCH_ROWS) continue;
        // While this is read the database works on the batch before: collecting garbage now keeps nobody waiting.
        memory.look();
        yield batch;
        batch = [];
      }
      // What the database answers about the batch before is taken up at once: neither waits for the other.
      await turn();
    }
    if (batch.length > 0) yield batch;
  }

  private async source(
    scope: WorkspaceScope,
    row: Pick<ImportEntity, 'uploadId' | 'fileSize' | 'fileSha256'>,
  ): Promise<FileSource> {
    if (row.uploadId !== null) return this.uploads.source(scope, { id: row.uploadId, size: row.fileSize });
    const blob = row.fileSha256 === null ? null : await this.blobs.get(row.fileSha256.toString('hex'));
    if (blob === null) throw new AppError('import.unreadable', { fault: 'empty', line: 1 });
    return bytesSource(blob.content);
  }
}

/** The hash under which a mapping of these headers is remembered. */
export function headerHash(headers: readonly string[]): Buffer {
  return createHash('sha256').update(headerText(headers)).digest();
}

/** A large file looked through at once leaves much behind: it is let go as the reading goes on. */
function sparing(source: FileSource): FileSource {
  const memory = new SpareMemory();
  return {
    size: source.size,
    async *read(from, to) {
      for await (const piece of source.read(from, to)) {
        yield piece;
        memory.look();
      }
    },
  };
}

function readingOf(row: TableRow | BadRow, read: (cells: readonly string[]) => RecordReading): RowReading {
  const { rowNo, lineNo } = row;
  if ('cells' in row) return { rowNo, lineNo, reading: read(row.cells) };
  return { rowNo, lineNo, reading: { kind: 'shape', fault: row.fault } };
}

async function readable<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof TableError)
      throw new AppError('import.unreadable', { fault: error.fault, line: error.lineNo });
    throw error;
  }
}
