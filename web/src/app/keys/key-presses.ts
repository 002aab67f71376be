/** One key or a row of keys ("g t") and what it does here. */
export interface KeyAction {
  /** Names of keys as `KeyboardEvent.key` says them, parted by blanks: `j`, `Enter`, `g t`, `?`. */
  readonly keys: string;
  /** The word of the help page for it. */
  readonly label: string;
  readonly run: () => void;
}

/** A row of keys is forgotten after this many milliseconds. */
const ROW_WITHIN_MS = 1_000;

/** What the keyboard meant so far. */
export interface Pressed {
  readonly keys: readonly string[];
  readonly at: number;
}

/** Decides what one more key means: the action to run (the last one registered wins), and what to remember. */
export function pressed(
  actions: readonly KeyAction[],
  before: Pressed,
  key: string,
  at: number,
): { readonly action: KeyAction | undefined; readonly next: Pressed } {
  const row = at - before.at <= ROW_WITHIN_MS ? [...before.keys, key] : [key];
  const action = find(actions, row) ?? find(actions, [key]);
  if (action) return { action, next: { keys: [], at } };
  const goesOn = actions.some(({ keys }) => keys.startsWith(`${row.join(' ')} `));
  return { action: undefined, next: { keys: goesOn ? row : [key], at } };
}

function find(actions: readonly KeyAction[], row: readonly string[]): KeyAction | undefined {
  return actions.findLast(({ keys }) => keys === row.join(' '));
}
