/**
 * Tables of the whole installation: they have no workspace and no row-level security, and the application's role
 * reads and writes them as they are. Every other table belongs to a workspace; a test fails on one that is neither.
 */
export const INSTALLATION_TABLES: readonly string[] = [
  'authority_ranks',
  'authority_readings',
  'blobs',
  'credentials',
  'hosts',
  'limits',
  'migrations',
  'sending_control',
  'sessions',
  'users',
  'worker_windows',
];
