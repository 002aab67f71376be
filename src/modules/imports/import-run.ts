import type { IntakeChange } from '../../core/imports/intake.js';
import type { ImportRecord, RecordReading } from '../../core/imports/record.js';
import type { KnownBrand } from '../../core/imports/resolve-brand.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import type { RowShapeFault } from '../../platform/tables/table.js';
import type { TeamMember } from '../access/team.service.js';
import type { ImportEntity, ImportSummary } from './import.entity.js';
import type { RowChange } from './import-changes.repository.js';
import type { OutcomeRow, RowFault, RowSubject } from './row-outcome.js';
import type { SeenKeys } from './seen-keys.js';

/** A brand with its front page: where a file names no page of ours, that is what it links to. */
export interface ImportBrand extends KnownBrand {
  readonly homeUrl: string;
}

/** A row as it was read: a record, a reason to pass over it, or what is wrong with it. */
export interface RowReading {
  readonly rowNo: number;
  readonly lineNo: number;
  readonly reading: RecordReading | { readonly kind: 'shape'; readonly fault: RowShapeFault };
}

/** One run, or dry run, of an import: its plan, what its rows are read against, and what it has seen so far. */
export interface ImportRun {
  readonly row: ImportEntity;
  readonly scope: WorkspaceScope;
  readonly isRehearsal: boolean;
  /** The day the file tells of. */
  readonly observedAt: Date;
  readonly brands: readonly ImportBrand[];
  readonly team: readonly TeamMember[];
  /** What the rows before were about. */
  readonly seen: SeenKeys;
  /** Sites that rows before made. */
  readonly newSites: SeenKeys;
}

type Part = 'created' | 'changed' | 'unchanged';

/** One good row on its way through the parts of the engine. */
export class RowWork {
  brand: ImportBrand | null = null;
  siteId: string | null = null;
  siteKey: string | null = null;
  /** The site was made by the open transaction. */
  isSiteNew = false;
  publisherId: string | null = null;
  /** Who sells placements there, where the row names somebody beside the publisher. */
  brokerId: string | null = null;
  contactId: string | null = null;
  ownerMemberId: string | null = null;
  /** An earlier row of the file stands for the same record. */
  isRepeated = false;
  private subject: OutcomeRow['subject'] = null;
  private main: Part | null = null;
  private side: Part = 'unchanged';
  private fault: RowFault | null = null;
  private reason: string | null = null;

  constructor(
    readonly rowNo: number,
    readonly lineNo: number,
    readonly record: ImportRecord,
    private readonly label: string | null,
  ) {}

  /** Whether the row is still to be brought in: nothing was found wrong with it and nothing made it idle. */
  get isOpen(): boolean {
    return this.fault === null && this.reason === null;
  }

  /** The row cannot be taken. */
  refuse(fault: RowFault): void {
    this.fault ??= fault;
  }

  /** The row is good and brings nothing. */
  skip(reason: string): void {
    this.reason ??= reason;
  }

  /** What became of the record the row stands for. */
  settle(kind: RowSubject, id: string | null, became: Part): void {
    this.subject = { kind, id };
    this.main = became;
  }

  /** Something beside it came or changed. */
  touch(became: Part): void {
    if (became !== 'unchanged') this.side = 'changed';
  }

  /** What became of the row. In a dry run what would become of it. */
  outcome(isRehearsal: boolean): OutcomeRow {
    const { rowNo, lineNo, label } = this;
    const base = { rowNo, lineNo, label, subject: null, faults: [] };
    if (this.fault !== null) return { ...base, outcome: 'bad', faults: [this.fault] };
    if (this.reason !== null) return { ...base, outcome: 'skipped', faults: [plainFault(this.reason)] };
    const subject = this.subject === null ? null : hidden(this.subject, this.main, isRehearsal);
    const became = this.main === 'unchanged' || this.main === null ? this.side : this.main;
    if (became === 'unchanged')
      return { ...base, subject, outcome: this.isRepeated ? 'duplicate_in_file' : 'duplicate' };
    // Of a record that an earlier row of the file brings, a later one can only change something.
    const kind = this.isRepeated ? 'changed' : became;
    const outcomes = isRehearsal
      ? ({ created: 'would_create', changed: 'would_change' } as const)
      : ({ created: 'created', changed: 'changed' } as const);
    return { ...base, subject, outcome: outcomes[kind] };
  }
}

/** What a batch brought beside its rows: what an undo needs, and how many records of each kind. */
export class BatchYield {
  readonly changes: RowChange[] = [];
  readonly summary: { -readonly [Kind in keyof ImportSummary]?: number } = {};

  add(kind: keyof ImportSummary, count = 1): void {
    if (count > 0) this.summary[kind] = (this.summary[kind] ?? 0) + count;
  }

  change(rowNo: number, changes: readonly IntakeChange[]): void {
    for (const change of changes) this.changes.push({ rowNo, change });
  }
}

/** A step of the engine: brings in one kind of record of the rows that have it, within the open transaction. */
export abstract class ImportPart {
  abstract take(works: readonly RowWork[], run: ImportRun, batch: BatchYield): Promise<void>;
}

/** Whether a record that was made is counted: a dry run makes it again in every window, the run itself but once. */
export function isNews({ isRehearsal, newSites }: ImportRun, key: string): boolean {
  return !isRehearsal || newSites.add(key);
}

/** A fault that has no column. */
export function plainFault(code: string, params: Record<string, string> = {}): RowFault {
  return { field: null, columnName: null, code, params };
}

/** The sums of an import after a batch. */
export function summed(one: Partial<ImportSummary>, other: Partial<ImportSummary>): Partial<ImportSummary> {
  const sum: { -readonly [Kind in keyof ImportSummary]?: number } = { ...one };
  for (const [kind, count] of Object.entries(other) as [keyof ImportSummary, number][])
    sum[kind] = (sum[kind] ?? 0) + count;
  return sum;
}

/** What a dry run made is gone again: nobody may look for it. */
function hidden(
  subject: NonNullable<OutcomeRow['subject']>,
  became: Part | null,
  isRehearsal: boolean,
): OutcomeRow['subject'] {
  return isRehearsal && became === 'created' ? { kind: subject.kind, id: null } : subject;
}
