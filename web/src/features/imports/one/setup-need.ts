import type { ImportNeed } from '../../../api/import-views.js';

/** What has to be said before a dry run: what the server asks for, and how values are written that can be read in two ways. */
export type SetupNeed = ImportNeed | 'values';
