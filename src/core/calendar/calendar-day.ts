const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const FORM = /^(\d{4})-(\d\d)-(\d\d)$/;

/** How many days a month (1 to 12) has; 0 for a month there is not. */
export function daysInMonth(year: number, month: number): number {
  const isLeap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return (DAYS[month - 1] ?? 0) + (isLeap ? 1 : 0);
}

/** Whether a text is a day of the calendar as YYYY-MM-DD, from the year 1000: 2026-02-31 has the form of a day and is none. */
export function isCalendarDay(text: string): boolean {
  const [, year = 0, month = 0, day = 0] = (FORM.exec(text) ?? []).map(Number);
  return year >= 1000 && day >= 1 && day <= daysInMonth(year, month);
}
