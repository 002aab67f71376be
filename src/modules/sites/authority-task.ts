/** Name of the background task that reads open lists. */
export const AUTHORITY_TASK = 'sites.read_authority';
