/**
 * The moment of a touch of which only the day is known: noon of that day, so that no zone moves it to another one.
 * Today's has none: the server takes the present moment, because noon may still lie ahead.
 */
export function momentOf(day: string, today: string): string | null {
  return day === today ? null : `${day}T12:00:00Z`;
}
