/** All time zones this browser knows, with UTC, in the order of the alphabet. */
export function timeZoneChoices(): string[] {
  return [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])].sort();
}
