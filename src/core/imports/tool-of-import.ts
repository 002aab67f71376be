import { METRIC_SOURCES } from '../sites/metrics.js';
import type { RecordMapping } from './record-field.js';

/** A list whose maker nobody named. */
const NOBODY = 'other';

/** Who made a list: the tool its format is of, else the one tool whose figures it was said to hold, else `other`. */
export function toolOfImport(format: string, mapping: RecordMapping): string {
  const made = METRIC_SOURCES.find((source) => format.startsWith(`${source}_`));
  if (made !== undefined) return made;
  const measured = new Set(
    Object.keys(mapping).flatMap((field) => (field.startsWith('metric.') ? (field.split('.')[1] ?? []) : [])),
  );
  const [only = NOBODY, ...more] = [...measured].filter((source) =>
    METRIC_SOURCES.some((known) => known === source),
  );
  return more.length === 0 ? only : NOBODY;
}
