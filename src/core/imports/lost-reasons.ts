/** Why a link is gone, in our words, by the words of the tools (D199, D200). */
const REASONS: Readonly<Record<string, string>> = {
  removedfromhtml: 'link_removed',
  'link removed': 'link_removed',
  notcanonical: 'not_canonical',
  'no longer canonical': 'not_canonical',
  noindex: 'noindex',
  pageredirected: 'page_redirects',
  '301 302 redirect': 'page_redirects',
  redirect: 'page_redirects',
  pageerror: 'page_error',
  'crawl error': 'page_error',
  'crawl error not 200': 'page_error',
  lostredirect: 'redirect_broken',
  'broken redirect': 'redirect_broken',
  notfound: 'page_gone',
  'not found': 'page_gone',
  dropped: 'dropped',
};

/** Words that say that nothing was lost. */
const NOTHING = new Set(['', '0', 'false', 'no', 'live', 'active', '-', 'n a']);

/** Reads why a link was lost; `other` for reasons nobody told us of, null where the cell says that nothing was lost. */
export function lostReason(text: string): string | null {
  const folded = text
    .toLowerCase()
    .slice(0, 100)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  if (NOTHING.has(folded)) return null;
  return Object.hasOwn(REASONS, folded) ? (REASONS[folded] ?? null) : 'other';
}
