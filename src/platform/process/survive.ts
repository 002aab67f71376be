import { databaseTrouble } from '../database/unavailable.js';

/**
 * Keeps the process alive when the database goes away under a promise nobody waits for: the job engine leaves such
 * behind when its connection breaks, and is started again by us. Every other forgotten rejection still ends the
 * process, because it is a bug.
 */
export function surviveDatabaseLoss(report: (error: unknown) => void): void {
  process.on('unhandledRejection', (reason) => {
    if (databaseTrouble(reason) === null) throw reason;
    report(reason);
  });
}
