/** What the database and the folder beside it remember of each other. `beat` only ever grows while the program runs. */
export interface RestoreMark {
  readonly token: string;
  readonly beat: number;
}

/** Since when sending is paused and why, and when the mailboxes were last compared with the database. */
export interface PauseStanding {
  readonly pauseCode: string | null;
  readonly pausedAt: Date | null;
  readonly reconciledAt: Date | null;
}

/**
 * Whether the mailboxes must be looked into before sending goes on: the database was put back, and nobody has found out since what left and who
 * answered after the moment of the backup.
 */
export function needsReconciling({ pauseCode, pausedAt, reconciledAt }: PauseStanding): boolean {
  if (pauseCode !== 'restored') return false;
  return reconciledAt === null || reconciledAt.getTime() < (pausedAt?.getTime() ?? 0);
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
