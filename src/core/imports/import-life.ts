export const IMPORT_STATES = [
  'uploaded',
  'trying',
  'tried',
  'running',
  'done',
  'undoing',
  'undone',
  'failed',
] as const;
/** Where an import stands, from its upload to its end. */
export type ImportState = (typeof IMPORT_STATES)[number];

/** What a person can ask of an import. */
export type ImportAct = 'map' | 'try' | 'run' | 'undo';

const ALLOWED: Readonly<Record<ImportAct, readonly ImportState[]>> = {
  map: ['uploaded', 'tried', 'failed'],
  try: ['uploaded', 'tried', 'failed'],
  run: ['uploaded', 'tried', 'failed'],
  undo: ['done'],
};

/** Says whether an import that stands here can be mapped, tried, run or undone. A run that failed goes on where it stopped. */
export function mayImport(act: ImportAct, state: ImportState): boolean {
  return ALLOWED[act].includes(state);
}
