import type { ImportField } from '../../core/imports/fields.js';
import type { RowFault } from '../../core/imports/read-row.js';

export const ROW_OUTCOMES = [
  'would_create',
  'created',
  'duplicate_in_file',
  'duplicate',
  'bad',
  'undone',
  'kept',
] as const;
/** What became, or in a dry run would become, of a row. `kept`: changed by somebody since, so an undo left it. */
export type RowOutcome = (typeof ROW_OUTCOMES)[number];

/** One row of a file with what became of it. */
export interface OutcomeRow {
  readonly rowNo: number;
  readonly lineNo: number;
  readonly outcome: RowOutcome;
  readonly placementId: string | null;
  readonly field: ImportField | null;
  readonly errorCode: RowFault | null;
  readonly params: Readonly<Record<string, string>>;
}
