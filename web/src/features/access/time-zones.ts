/** All time zones this browser knows, with UTC, in the order of the alphabet. */
export function timeZones(): string[] {
  return [
    ...new Set([
      ...Intl.supportedValuesOf('timeZone'),
      'UTC',
      Intl.DateTimeFormat().resolvedOptions().timeZone,
    ]),
  ].sort();
}
