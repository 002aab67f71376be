const TIME_WITH_ZONE = /\d:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(z|[a-z]{3,4}|[+-]\d{2}:?\d{2})$/i;
const TIME = /\d:\d{2}/;

/** Zone names the engine's own reader does not know. */
const ZONES: Readonly<Record<string, string>> = {
  CET: '+0100',
  CEST: '+0200',
  BST: '+0100',
  EET: '+0200',
  EEST: '+0300',
};

/**
 * Reads the date of `unavailable_after` (RFC 822, RFC 850 or ISO 8601; D97) as epoch milliseconds; null when it is none. A date
 * without a zone is read in UTC.
 */
export function readRobotsDate(text: string): number | null {
  const time = Date.parse(withZone(text.trim()));
  return Number.isNaN(time) ? null : time;
}

function withZone(text: string): string {
  const zone = TIME_WITH_ZONE.exec(text)?.[1];
  if (zone !== undefined) {
    const offset = ZONES[zone.toUpperCase()];
    return offset === undefined ? text : text.slice(0, -zone.length) + offset;
  }
  const isIso = /^\d{4}-\d{2}/.test(text);
  if (!isIso) return `${text} UTC`;
  return TIME.test(text) ? `${text}Z` : text;
}
