/** What can be done with many prospects at once, as the API names it; `campaign` adds them to one. */
export type BulkAction =
  | 'campaign'
  | 'tag'
  | 'untag'
  | 'topic'
  | 'status'
  | 'assign'
  | 'archive'
  | 'do_not_contact'
  | 'exclude'
  | 'set_custom';

/** The acts that ask for something first; archiving asks nothing. */
export type BulkDialog = Exclude<BulkAction, 'archive'>;
