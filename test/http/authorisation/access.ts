/**
 * Who may call an operation. `public`: everybody. `self`, `portal`, `decide`, `read`, `write`, `manage`, `own`: who has that right.
 * `session`: everybody who is signed in at a browser, no API token. `team_session`: who of the team is signed in at a browser.
 */
export type Access =
  | 'public'
  | 'self'
  | 'portal'
  | 'decide'
  | 'read'
  | 'write'
  | 'manage'
  | 'own'
  | 'session'
  | 'team_session';
