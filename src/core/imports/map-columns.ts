import { foldHeader } from './fold-header.js';
import type { Format } from './formats/format.js';
import { aliases } from './formats/registry.js';
import type { FieldKey, RecordMapping } from './record-field.js';

/** Says which column holds which field of a format. Of several columns, the one whose name stands first in the format's list is taken. */
export function mapColumns(format: Format, headers: readonly string[]): RecordMapping {
  const folded = headers.map(foldHeader);
  const mapping: Partial<Record<FieldKey, number>> = {};
  const taken = new Set<number>();
  const isShared = format.tool !== 'Spreadsheet';
  for (const [field, names] of Object.entries(format.columns) as [FieldKey, string][]) {
    const column = columnOf(aliases(names), folded, isShared ? new Set() : taken);
    if (column === null) continue;
    mapping[field] = column;
    taken.add(column);
  }
  const remarks = aliases(format.remarks);
  folded
    .flatMap((name, column) => (remarks.includes(name) && !taken.has(column) ? [column] : []))
    .forEach((column, index) => {
      mapping[`remark.${index + 1}`] = column;
    });
  return format.quirks?.hasCompetitors === true ? { ...mapping, ...competitors(headers, folded) } : mapping;
}

function columnOf(
  names: readonly string[],
  folded: readonly string[],
  taken: ReadonlySet<number>,
): number | null {
  for (const name of names) {
    const column = folded.findIndex((header, index) => header === name && !taken.has(index));
    if (column !== -1) return column;
  }
  return null;
}

const HOST = /^[^\s/]+\.[^\s/]+(?:\/\S*)?$/;

/** Columns of compared sites, named like `example.com/` (D198). */
function competitors(headers: readonly string[], folded: readonly string[]): RecordMapping {
  const from = folded.indexOf('intersect');
  const columns = headers.flatMap((name, column) =>
    column > from && HOST.test(name.trim()) ? [column] : [],
  );
  return Object.fromEntries(columns.map((column, index) => [`competitor.${index + 1}`, column]));
}
