/** Names of the background tasks. */
export const IMPORT_TASKS = { try: 'imports.try', run: 'imports.run', undo: 'imports.undo' } as const;

/** The state an import is in while a task works on it. */
export const STARTED = { try: 'trying', run: 'running', undo: 'undoing' } as const;

/** The counts of an import none of whose rows was read. */
export const NOTHING_READ = {
  createdRows: 0,
  changedRows: 0,
  skippedRows: 0,
  duplicateRows: 0,
  badRows: 0,
  lastRowNo: 0,
  lastBatchNo: 0,
  summary: {},
} as const;
