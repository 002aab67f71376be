export const NOTIFICATION_KINDS = [
  'lost',
  'changed',
  'back',
  'overdue',
  'site_down',
  'site_gone',
  'check_by_hand',
  'import_finished',
  'handed_over',
  'site_changed_character',
  'approval_accepted',
  'approval_refused',
  'approval_commented',
] as const;
/** What a line in the bell is about. */
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];
