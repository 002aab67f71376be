import type { PitchAction } from '../campaign-views.js';

/** The acts on many pitches that ask for something first. */
export type BulkDialog = Exclude<PitchAction, 'archive'>;
