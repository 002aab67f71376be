import type { ImportEntity } from './import.entity.js';
import type { ImportRow, ImportView } from './imports.dto.js';

/** Cells a screen shows of a column. */
const SHOWN_SAMPLES = 3;

/** An import as the list shows it. */
export function rowOf(row: ImportEntity): ImportRow {
  const { id, fileName, state, jobId, errorCode, createdAt, finishedAt, undoneAt } = row;
  const counts = {
    total: row.totalRows,
    created: row.createdRows,
    duplicate: row.duplicateRows,
    bad: row.badRows,
    read: row.lastRowNo,
  };
  return { id, fileName, state, counts, jobId, errorCode, createdAt, finishedAt, undoneAt };
}

/** An import with its columns and how they are read. */
export function detailOf(row: ImportEntity): ImportView {
  return {
    ...rowOf(row),
    columns: row.columns.map(({ name, sample }, index) => ({
      index,
      name,
      sample: sample.filter((cell) => cell.trim() !== '').slice(0, SHOWN_SAMPLES),
    })),
    mapping: row.mapping,
    options: { ...row.options, brandId: row.brandId },
  };
}
