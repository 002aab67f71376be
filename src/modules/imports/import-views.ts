import { type ImportNeed, importNeeds } from '../../core/imports/import-needs.js';
import type { ImportEntity, ImportOptions, ImportSummary } from './import.entity.js';
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
  const { questions = [], remembered = false, sheets = [], refused = null } = row.recognition;
  return {
    ...rowOf(row),
    ...readingOf(row),
    remembered,
    sheets: sheets.map((sheet) => ({ ...sheet })),
    columns: columnsOf(row),
    mapping: { ...row.mapping } as Record<string, number>,
    options: optionsView(row.options, row.brandId),
    ground: row.ground,
    groundNote: row.groundNote,
    needs: [...needsOf(row)],
    questions: [...questions],
    refused,
  };
}

function readingOf({
  dialect,
  recognition,
}: ImportEntity): Pick<ImportView, 'reading' | 'confidence' | 'values'> {
  const { formatName = null, confidence = 'unknown' } = recognition;
  const { table, values = { decimal: 'unknown', dateOrder: 'unknown' } } = dialect;
  const { encoding = null, delimiter = null, headerLine = null } = table ?? {};
  return {
    reading: { formatName, confidence, encoding, delimiter, headerLine },
    confidence,
    values: { decimal: values.decimal, dateOrder: values.dateOrder },
  };
}

function columnsOf({ columns, mapping }: ImportEntity): ImportView['columns'] {
  const fields = new Map(Object.entries(mapping).map(([field, column]) => [column, field]));
  return columns.map(({ name, sample }, index) => ({
    index,
    name,
    sample: sample.filter((cell) => cell.trim() !== '').slice(0, SHOWN_SAMPLES),
    proposal: fields.get(index) ?? null,
  }));
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

const NOTHING: ImportSummary = {
  sites: 0,
  publishers: 0,
  conditions: 0,
  prospects: 0,
  contacts: 0,
  placements: 0,
  targetPages: 0,
  metrics: 0,
  touches: 0,
  linksNew: 0,
  linksLost: 0,
  linksAgain: 0,
  linkingSitesNew: 0,
  linkingSitesLost: 0,
  linkingSitesAgain: 0,
};

function summaryOf({ summary }: ImportEntity): ImportSummaryView {
  const { linksNew, linksLost, linksAgain, ...others } = { ...NOTHING, ...summary };
  const { linkingSitesNew, linkingSitesLost, linkingSitesAgain, ...records } = others;
  return {
    ...records,
    links: { new: linksNew, lost: linksLost, again: linksAgain },
    linkingSites: { new: linkingSitesNew, lost: linkingSitesLost, again: linkingSitesAgain },
  };
}

function optionsView(options: ImportOptions, brandId: string | null): ImportOptionsView {
  return { ...options, defaults: { ...options.defaults }, tags: [...options.tags], brandId };
}
