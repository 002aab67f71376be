export const ROW_OUTCOMES = [
  'would_create',
  'would_change',
  'created',
  'changed',
  'skipped',
  'duplicate_in_file',
  'duplicate',
  'bad',
  'undone',
  'kept',
] as const;
/**
 * What became, or in a dry run would become, of a row. `duplicate`: known already and nothing new in it. `kept`: changed by somebody since,
 * so an undo left it.
 */
export type RowOutcome = (typeof ROW_OUTCOMES)[number];

export const ROW_SUBJECTS = ['placement', 'link', 'site', 'prospect', 'contact', 'target_page'] as const;
/** What kind of record a row stands for. */
export type RowSubject = (typeof ROW_SUBJECTS)[number];

/** One thing wrong with a row, or why it was passed over. */
export interface RowFault {
  readonly field: string | null;
  readonly columnName: string | null;
  readonly code: string;
  readonly params: Readonly<Record<string, string>>;
}

/** One row of a file with what became of it. */
export interface OutcomeRow {
  readonly rowNo: number;
  readonly lineNo: number;
  readonly outcome: RowOutcome;
  readonly subject: { readonly kind: RowSubject; readonly id: string | null } | null;
  /** The site or page the row is about; never a person. */
  readonly label: string | null;
  readonly faults: readonly RowFault[];
}

/** How many rows came to each outcome. */
export type OutcomeCounts = Readonly<Partial<Record<RowOutcome, number>>>;

type PackedFault = readonly [field: string | null, columnName: string | null, code: string, params: object];
/** The first fault stands in the row itself, further ones in a list at its end. */
type PackedRow = readonly [
  rowNo: number,
  lineNo: number,
  outcome: RowOutcome,
  subjectKind?: RowSubject | null,
  subjectId?: string | null,
  label?: string | null,
  field?: string | null,
  columnName?: string | null,
  code?: string | null,
  params?: Record<string, string> | null,
  more?: readonly PackedFault[] | null,
];

/** Rows as one text: a million of them are a few hundred texts, packed by the database. */
export function packRows(rows: readonly OutcomeRow[]): string {
  return JSON.stringify(rows.map(packed));
}

/** The rows of a text of `packRows`, in the order of the file. */
export function unpackRows(text: string): OutcomeRow[] {
  return (JSON.parse(text) as PackedRow[]).map(unpacked).sort((a, b) => a.rowNo - b.rowNo);
}

/** Counts rows by what became of them. */
export function countOutcomes(rows: readonly OutcomeRow[]): OutcomeCounts {
  const counts: Partial<Record<RowOutcome, number>> = {};
  for (const { outcome } of rows) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}

function packed({ rowNo, lineNo, outcome, subject, label, faults }: OutcomeRow): PackedRow {
  const [first, ...more] = faults;
  const place = [subject?.kind ?? null, subject?.id ?? null, label] as const;
  if (first === undefined) return [rowNo, lineNo, outcome, ...place];
  const fault = [first.field, first.columnName, first.code, first.params] as const;
  if (more.length === 0) return [rowNo, lineNo, outcome, ...place, ...fault];
  const rest = more.map((next): PackedFault => [next.field, next.columnName, next.code, next.params]);
  return [rowNo, lineNo, outcome, ...place, ...fault, rest];
}

function unpacked(row: PackedRow): OutcomeRow {
  const [rowNo, lineNo, outcome, kind, id, label, field, columnName, code, params, more] = row;
  const first = code === undefined || code === null ? [] : [{ field, columnName, code, params }];
  const rest = (more ?? []).map(([f, name, c, p]) => ({ field: f, columnName: name, code: c, params: p }));
  return {
    rowNo,
    lineNo,
    outcome,
    subject: kind === undefined || kind === null ? null : { kind, id: id ?? null },
    label: label ?? null,
    faults: [...first, ...rest].map((fault) => ({
      field: fault.field ?? null,
      columnName: fault.columnName ?? null,
      code: fault.code,
      params: (fault.params ?? {}) as Record<string, string>,
    })),
  };
}
