/**
 * Query parameters that only say where a visitor came from (D140). A trailing `*` stands for any rest; names are compared
 * without case. A workspace may hand in its own list.
 */
export const TRACKING_PARAMETERS: readonly string[] = [
  'utm_*',
  'gclid',
  'dclid',
  'gbraid',
  'wbraid',
  'gad_source',
  'fbclid',
  'msclkid',
  'yclid',
  'twclid',
  'ttclid',
  'li_fat_id',
  'mc_cid',
  'mc_eid',
  '_ga',
  '_gl',
  'igshid',
  '_hsenc',
  '_hsmi',
  'mkt_tok',
];

/** Drops tracking parameters from a query (without its `?`); everything else keeps its order and spelling (D138). */
export function withoutTracking(query: string, parameters: readonly string[]): string {
  if (query === '') return query;
  return query
    .split('&')
    .filter((pair) => !isTracking(nameOf(pair), parameters))
    .join('&');
}

function nameOf(pair: string): string {
  return pair.replace(/=.*$/s, '').toLowerCase();
}

function isTracking(name: string, parameters: readonly string[]): boolean {
  return parameters.some((parameter) =>
    parameter.endsWith('*') ? name.startsWith(parameter.slice(0, -1)) : name === parameter,
  );
}
