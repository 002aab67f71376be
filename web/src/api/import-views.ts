import type { Compensation, PlacementType, RelTerm } from './placement-words.js';

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
  readonly name: string;
  readonly index: number;
  readonly sample: string[];
}

/** Which column (by its index) each field is read from. */
export type ImportMapping = Partial<Record<ImportField, number | null>>;

export interface ImportDefaults {
  readonly type?: PlacementType;
  readonly compensation?: Compensation;
  readonly rel?: RelTerm;
}

export interface ImportView {
  readonly id: string;
  readonly fileName: string;
  readonly state: ImportState;
  readonly clientId: string | null;
  readonly brandId: string | null;
  readonly columns: ImportColumn[];
  readonly mapping: ImportMapping;
  readonly options: { readonly brandId?: string | null; readonly defaults?: ImportDefaults };
  readonly totalRows: number;
  readonly counts: { readonly create: number; readonly duplicate: number; readonly bad: number };
  readonly jobId: string | null;
  readonly errorCode: string | null;
  readonly createdAt: string;
  readonly finishedAt: string | null;
  readonly undoneAt: string | null;
}

export type ImportOutcome =
  | 'would_create'
  | 'created'
  | 'duplicate_in_file'
  | 'duplicate'
  | 'bad'
  | 'undone'
  | 'kept';

export interface ImportRowView {
  readonly rowNo: number;
  readonly lineNo: number;
  readonly outcome: ImportOutcome;
  readonly field: string | null;
  readonly errorCode: string | null;
  readonly message: string | null;
  readonly placementId: string | null;
}
