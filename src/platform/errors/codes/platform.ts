/** Refusals of the ground everything stands on: the database and background jobs. */
export const platformCodes = {
  'database.unavailable': 503,
  'database.busy': 503,
  'job.not_found': 404,
} as const;
