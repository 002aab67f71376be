import { v7 } from 'uuid';

/**
 * A new UUID v7. Rows of partitioned tables (checks, events) lie in the month their id names: give the moment of the
 * fact so that a recorded time and its partition agree.
 */
export function newId(at?: Date): string {
  return at === undefined ? v7() : v7({ msecs: at.getTime() });
}
