import type { components } from './schema.generated.js';

type Views = components['schemas'];

export type ImportState = Views['ImportState'];
/** What the rows of a file are. */
export type ImportContent = Views['ImportContent'];
/** What columns of a content can hold, and what a row must have. */
export type ImportContentView = Views['ImportContentView'];
export type ImportColumn = Views['ColumnView'];
/** Which column (by its index) each field is read from. */
export type ImportMapping = Readonly<Record<string, number>>;
/** How the rows are taken, and what holds for rows that say nothing of their own. */
export type ImportOptions = Views['ImportOptionsView'];
/** How days and numbers of the file are written. */
export type ImportValues = Views['ValueDialectView'];
export type ImportSheet = Views['FileSheetView'];
export type ImportGround = Views['ImportGround'];
export type ImportNeed = Views['ImportNeed'];
/** An import as the list shows it. */
export type ImportRow = Views['ImportRow'];
export type ImportView = Views['ImportView'];
export type ImportOutcome = Views['RowOutcome'];
/** What became of one row of the file. */
export type ImportedRow = Views['ImportedRow'];
