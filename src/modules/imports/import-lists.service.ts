import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { AppError } from '../../platform/errors/app-error.js';
import { cursorNumber, cursorText, readCursor, UUID_FORM, writeCursor } from '../../platform/http/cursor.js';
import type { Locale } from '../../platform/http/language.js';
import { COUNTED_UP_TO, type ListQuery, pageOf, totalOf } from '../../platform/http/list.dto.js';
import { importRowSentence } from '../../platform/i18n/import-row-sentence.js';
import type {
  ImportedRow,
  ImportedRowList,
  ImportList,
  ImportRowsQuery,
  ImportView,
} from './import-answers.dto.js';
import { ImportBatchesRepository } from './import-batches.repository.js';
import { detailOf, rowOf } from './import-views.js';
import { ImportsRepository } from './imports.repository.js';
import type { OutcomeRow } from './row-outcome.js';

const SORT = { imports: 'imports', rows: 'import_rows' } as const;
/** Rows one short transaction reads for the file of errors. */
const BATCH = 1000;

/** Imports and what became of their rows, to read. */
@Injectable()
export class ImportListsService {
  constructor(
    private readonly database: Database,
    private readonly imports: ImportsRepository,
    private readonly rows: ImportBatchesRepository,
  ) {}

  list(scope: WorkspaceScope, query: ListQuery): Promise<ImportList> {
    const before =
      query.cursor === undefined ? null : cursorText(readCursor(query.cursor, SORT.imports, 1)[0], UUID_FORM);
    return this.database.inWorkspace(scope, async () => {
      const found = await this.imports.page(before, query.limit + 1);
      const { shown, nextCursor } = pageOf(found, query.limit, (last) =>
        writeCursor(SORT.imports, [last.id]),
      );
      const total = totalOf(await this.imports.count(COUNTED_UP_TO + 1));
      return { items: shown.map(rowOf), nextCursor, ...total };
    });
  }

  get(scope: WorkspaceScope, id: string): Promise<ImportView> {
    return this.database.inWorkspace(scope, async () => {
      const row = await this.imports.find(id);
      if (row === null) throw new AppError('import.not_found', { id });
      return detailOf(row);
    });
  }

  rowsOf(
    scope: WorkspaceScope,
    id: string,
    asked: { query: ImportRowsQuery; locale: Locale },
  ): Promise<ImportedRowList> {
    const { query, locale } = asked;
    const after = query.cursor === undefined ? 0 : cursorNumber(readCursor(query.cursor, SORT.rows, 1)[0]);
    const outcome = query.outcome ?? null;
    return this.database.inWorkspace(scope, async () => {
      if ((await this.imports.find(id)) === null) throw new AppError('import.not_found', { id });
      const found = await this.rows.page(id, { outcome, after, limit: query.limit + 1 });
      const { shown, nextCursor } = pageOf(found, query.limit, (last) =>
        writeCursor(SORT.rows, [last.rowNo]),
      );
      const total = totalOf(await this.rows.count(id, outcome));
      return { items: shown.map((row) => rowView(row, locale)), nextCursor, ...total };
    });
  }

  /** The bad rows one after another, read in short transactions, for a file to mend. */
  async *badRows(scope: WorkspaceScope, id: string, locale: Locale): AsyncIterable<ImportedRow> {
    await this.get(scope, id);
    for (let after = 0; ; ) {
      const from = after;
      const batch = await this.database.inWorkspace(scope, () =>
        this.rows.page(id, { outcome: 'bad', after: from, limit: BATCH }),
      );
      for (const row of batch) yield rowView(row, locale);
      const last = batch.at(-1);
      if (last === undefined || batch.length < BATCH) return;
      after = last.rowNo;
    }
  }
}

function rowView(row: OutcomeRow, locale: Locale): ImportedRow {
  const { rowNo, lineNo, outcome, subject, label } = row;
  const faults = row.faults.map(({ field, columnName, code, params }) => ({
    field,
    columnName,
    code,
    message: importRowSentence(locale, code, { field: columnName ?? field ?? '', ...params }),
  }));
  const about = subject === null ? NO_SUBJECT : { subjectKind: subject.kind, subjectId: subject.id };
  return { rowNo, lineNo, outcome, ...about, label, ...firstOf(faults), faults };
}

const NO_SUBJECT = { subjectKind: null, subjectId: null } as const;

function firstOf([first]: ImportedRow['faults']): Pick<
  ImportedRow,
  'field' | 'columnName' | 'errorCode' | 'message'
> {
  if (first === undefined) return { field: null, columnName: null, errorCode: null, message: null };
  const { field, columnName, code, message } = first;
  return { field, columnName, errorCode: code, message };
}
