/** What can be done with many prospects at once, as the API names it; `campaign` adds them to one */
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

/** What can be asked for the selected prospects: the acts, and `enroll`, which leads to where the pitches they have in a campaign are enrolled. */
export type BulkWish = BulkAction | 'enroll';

/** The wishes that ask for something first; archiving asks nothing. */
export type BulkDialog = Exclude<BulkWish, 'archive'>;
