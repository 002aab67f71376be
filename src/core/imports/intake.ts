/** How an import treats what is known: `fill` writes only what is empty, `replace` writes what the file says. */
export type IntakeMode = 'fill' | 'replace';

/** One row of one table as it was before an import changed it, and as the import left it: what an undo needs. */
export interface IntakeChange {
  readonly table: string;
  readonly recordId: string;
  /** Null where the import made the row. */
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>>;
}

/** What became of one fact that was brought in. */
export interface IntakeOutcome {
  readonly kind: 'created' | 'changed' | 'unchanged';
  readonly id: string;
  readonly changes: readonly IntakeChange[];
}
