/** ISO weekdays, 1 is Monday, with their names in a language; 1 January 2024 was a Monday. */
export function weekdayNames(locale: string): readonly { readonly day: number; readonly name: string }[] {
  const format = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  return [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, name: format.format(new Date(Date.UTC(2024, 0, day))) }));
}
