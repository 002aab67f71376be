/** The moment before which rows may go, `months` back in UTC; null keeps everything (0 months). */
export function keepFrom(now: Date, months: number): Date | null {
  if (months === 0) return null;
  const moment = new Date(now);
  const day = moment.getUTCDate();
  moment.setUTCMonth(moment.getUTCMonth() - months);
  // The 31st of a short month would run over into the next one.
  if (moment.getUTCDate() !== day) moment.setUTCDate(0);
  return moment;
}
