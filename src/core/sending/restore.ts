/** What the database and the folder beside it remember of each other. `beat` only ever grows while the program runs. */
export interface RestoreMark {
  readonly token: string;
  readonly beat: number;
}

/** `first`: neither knows of the other. `fresh`: a database that has sent nothing yet meets a folder that was there before. */
export type RestoreFinding = 'first' | 'fresh' | 'same' | 'restored';

/**
 * Whether the database is an older one than the folder has seen: put back from a backup, from a snapshot of a machine, or taken over by a copy that lagged
 * behind. Its token differs, or its beat is behind; or it has a token and the folder lost its own, which proves nothing, and so counts as restored, too.
 */
export function judgeRestore(database: RestoreMark | null, folder: RestoreMark | null): RestoreFinding {
  if (database === null) return folder === null ? 'first' : 'fresh';
  if (folder === null || folder.token !== database.token) return 'restored';
  return database.beat < folder.beat ? 'restored' : 'same';
}
