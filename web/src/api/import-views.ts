import type { Compensation, PlacementType } from './placement-words.js';

/** What a column of an imported file can mean; a column that is none of these is left out. */
export const IMPORT_FIELDS = [
  'source_url',
  'target_url',
  'brand',
  'type',
  'compensation',
  'rel',
  'anchor',
  'match',
  'label',
  'due_on',
  'agreed_on',
  'agreed_with',
  'owner',
  'notes',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

export type ImportState =
  | 'uploaded'
  | 'trying'
  | 'tried'
  | 'running'
  | 'done'
  | 'undoing'
  | 'undone'
  | 'failed';

export interface ImportColumn {
  readonly index: number;
  readonly name: string;
  readonly sample: string[];
}

/** Which column (by its index) each field is read from. */
export type ImportMapping = Partial<Record<ImportField, number>>;

/** What holds for rows that say nothing of their own. */
export interface ImportOptions {
  readonly brandId?: string | null;
  readonly type: PlacementType;
  readonly compensation: Compensation;
}

/** An import as the list shows it. */
export interface ImportRow {
  readonly id: string;
  readonly fileName: string;
  readonly state: ImportState;
  readonly counts: {
    readonly total: number;
    /** Rows that are, or after a dry run would be, placements. */
    readonly created: number;
    readonly duplicate: number;
    readonly bad: number;
    /** Rows that are through. */
    readonly read: number;
  };
  readonly jobId: string | null;
  readonly errorCode: string | null;
  readonly createdAt: string;
  readonly finishedAt: string | null;
  readonly undoneAt: string | null;
}

export interface ImportView extends ImportRow {
  readonly columns: ImportColumn[];
  readonly mapping: ImportMapping;
  readonly options: ImportOptions;
}

export type ImportOutcome =
  | 'would_create'
  | 'created'
  | 'duplicate_in_file'
  | 'duplicate'
  | 'bad'
  | 'undone'
  | 'kept';

/** What became of one row of the file. */
export interface ImportedRow {
  readonly rowNo: number;
  readonly lineNo: number;
  readonly outcome: ImportOutcome;
  readonly field: ImportField | null;
  readonly errorCode: string | null;
  readonly message: string | null;
  readonly placementId: string | null;
}
