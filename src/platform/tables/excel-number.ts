/** Formats every workbook knows without saying so that show a day, a time or both (ECMA-376, 18.8.30). */
const BUILT_IN = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
] as const;

/** Whether numbers in a format are moments, by its number and, for a format of the workbook's own, its code. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return BUILT_IN.some(([from, to]) => id >= from && id <= to);
  const bare = code.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '').split(';')[0] ?? '';
  return /[ymdhs]/i.test(bare.replaceAll(/general/gi, ''));
}

const DAY = 86_400_000;
/** 1904-01-01 as a day counted from 1899-12-30. */
const FROM_1904 = 1462;

/** A moment of a workbook (days, counted from 1900 or 1904) as `YYYY-MM-DD` or `YYYY-MM-DD HH:MM:SS`; null for what is none. */
export function excelMoment(serial: number, isFrom1904: boolean): string | null {
  if (!Number.isFinite(serial) || serial < 0 || serial >= 2_958_466) return null;
  // The 1900 count holds a 29 February that never was.
  const days = isFrom1904 ? serial + FROM_1904 : serial < 60 ? serial + 1 : serial;
  const moment = new Date(Math.round((Date.UTC(1899, 11, 30) + days * DAY) / 1000) * 1000).toISOString();
  return serial % 1 === 0 ? moment.slice(0, 10) : `${moment.slice(0, 10)} ${moment.slice(11, 19)}`;
}

/** A number of a workbook as people see it: what floating point adds after the 15th digit falls away. */
export function excelNumber(text: string): string {
  const number = Number(text);
  return text.trim() === '' || !Number.isFinite(number) ? text : String(Number(number.toPrecision(15)));
}
