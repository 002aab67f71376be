const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/**
 * When the placements of a site are looked at after it changed hands: one a minute, all within a day, so that many of them neither fall on the
 * site at once nor wait. `jitter` is chance in [0, 1); the answer is epoch milliseconds, never later than the look that was planned.
 */
export function checkAfterNewOwner(
  place: { readonly no: number; readonly of: number; readonly jitter: number },
  now: number,
  planned: number | null,
): number {
  const window = Math.min(DAY, place.of * MINUTE);
  const soon = Math.round(now + ((place.no + place.jitter) / place.of) * window);
  return planned === null ? soon : Math.min(planned, soon);
}
