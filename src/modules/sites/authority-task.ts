import type { AuthoritySource } from '../../core/sites/authority.js';

/** Name of the background task that reads open lists. */
export const AUTHORITY_TASK = 'sites.read_authority';

/** One list to read; its id stays the same when the job is taken up again. */
export interface ReadingWish {
  readonly id: string;
  readonly source: AuthoritySource;
}
