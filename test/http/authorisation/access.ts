/**
 * Who may call an operation. `public`: everybody. `read`, `write`, `manage`, `own`: who has that right. `session`:
 * everybody who is signed in at a browser, no API token.
 */
export type Access = 'public' | 'read' | 'write' | 'manage' | 'own' | 'session';
