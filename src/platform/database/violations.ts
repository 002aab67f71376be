import { QueryFailedError } from 'typeorm';

/** Whether an error is a breach of this unique index or constraint (SQLSTATE 23505). */
export function isUniqueViolation(error: unknown, index: string): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const driver = error.driverError as { code?: unknown; constraint?: unknown };
  return driver.code === '23505' && driver.constraint === index;
}
