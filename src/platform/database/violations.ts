import { QueryFailedError } from 'typeorm';

/** Whether an error is a breach of this unique index or constraint (SQLSTATE 23505). */
export function isUniqueViolation(error: unknown, index: string): boolean {
  return violates(error, '23505', index);
}

/** Whether an error is a row that names another one which is not there, or not visible (SQLSTATE 23503). */
export function isForeignKeyViolation(error: unknown): boolean {
  return violates(error, '23503', null);
}

function violates(error: unknown, state: string, constraint: string | null): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const driver = error.driverError as { code?: unknown; constraint?: unknown };
  return driver.code === state && (constraint === null || driver.constraint === constraint);
}
