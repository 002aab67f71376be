import { type ImportNeed, importNeeds } from '../../core/imports/import-needs.js';
import type { FileDialect, ImportEntity, ImportOptions } from './import.entity.js';
import type { ImportRow, ImportSummaryView, ImportView } from './import-answers.dto.js';
import type { ImportOptionsView } from './imports.dto.js';

/** Cells a screen shows of a column. */
const SHOWN_SAMPLES = 3;

/** An import as the list shows it. */
export function rowOf(row: ImportEntity): ImportRow {
  const { id, fileName, fileSize, state, content, jobId, errorCode, createdAt, finishedAt, undoneAt } = row;
  const counts = {
    total: row.totalRows,
    created: row.createdRows,
    changed: row.changedRows,
    skipped: row.skippedRows,
    duplicate: row.duplicateRows,
    bad: row.badRows,
    read: row.lastRowNo,
  };
  const format = row.format === '' ? null : row.format;
  const formatName = row.recognition.formatName ?? null;
  const times = { createdAt, finishedAt, undoneAt };
  const summary = summaryOf(row);
  return {
    id,
    fileName,
    fileSize,
    state,
    format,
    formatName,
    content,
    counts,
    summary,
    jobId,
    errorCode,
    ...times,
  };
}

/** An import with its columns and how they are read. */
export function detailOf(row: ImportEntity): ImportView {
  const { confidence = 'unknown', remembered = false, sheets = [], refused = null } = row.recognition;
  const { questions = [] } = row.recognition;
  const { table, values }: Partial<FileDialect> = row.dialect;
  const fields = new Map(Object.entries(row.mapping).map(([field, column]) => [column, field]));
  return {
    ...rowOf(row),
    confidence,
    remembered,
    reading: {
      formatName: row.recognition.formatName ?? null,
      confidence,
      encoding: table?.encoding ?? null,
      delimiter: table?.delimiter ?? null,
      headerLine: table?.headerLine ?? null,
    },
    values: { decimal: values?.decimal ?? 'unknown', dateOrder: values?.dateOrder ?? 'unknown' },
    sheets: sheets.map((sheet) => ({ ...sheet })),
    columns: row.columns.map(({ name, sample }, index) => ({
      index,
      name,
      sample: sample.filter((cell) => cell.trim() !== '').slice(0, SHOWN_SAMPLES),
      proposal: fields.get(index) ?? null,
    })),
    mapping: { ...row.mapping } as Record<string, number>,
    options: optionsView(row.options, row.brandId),
    ground: row.ground,
    groundNote: row.groundNote,
    needs: [...needsOf(row)],
    questions: [...questions],
    refused,
  };
}

/** What has to be told before an import can be tried or run. */
export function needsOf(row: ImportEntity): readonly ImportNeed[] {
  const { content, mapping, brandId, ground, groundNote } = row;
  return importNeeds({
    content,
    mapping,
    brandId,
    seesAllClients: row.limitedTo === null,
    ground,
    groundNote,
  });
}

function summaryOf({ summary }: ImportEntity): ImportSummaryView {
  const { linksNew = 0, linksLost = 0, linksAgain = 0 } = summary;
  const { sites = 0, publishers = 0, prospects = 0, contacts = 0, placements = 0, targetPages = 0 } = summary;
  const { metrics = 0, touches = 0 } = summary;
  const links = { new: linksNew, lost: linksLost, again: linksAgain };
  return { sites, publishers, prospects, contacts, placements, targetPages, metrics, touches, links };
}

function optionsView(options: ImportOptions, brandId: string | null): ImportOptionsView {
  return { ...options, defaults: { ...options.defaults }, tags: [...options.tags], brandId };
}
