import type { ImapFlow } from 'imapflow';
import type { ChosenFolder } from '../../core/inbox/folder-choice.js';
import type { ReadingLimits } from './reading-limits.js';

/** A session with the folders that are read through it. */
export interface OpenMailbox {
  readonly session: ImapFlow;
  readonly folders: readonly ChosenFolder[];
  readonly limits: ReadingLimits;
}
