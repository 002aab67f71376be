import type { FoundPage, FoundSite } from './web-search-api.js';

/** A site that was found, with all its pages that came up; what the team knows of it is absent until that is read. */
export interface FoundRow {
  readonly id: string;
  readonly displayHost: string;
  readonly first: FoundPage;
  readonly pages: readonly FoundPage[];
  readonly known: FoundSite | undefined;
}

/** Results as one row a site, in the order the sites came up; a page that came up twice is told once. */
export function foundRows(
  results: readonly FoundPage[],
  known: ReadonlyMap<string, FoundSite>,
): readonly FoundRow[] {
  const rows = new Map<string, { first: FoundPage; pages: FoundPage[] }>();
  for (const result of results) {
    const row = rows.get(result.siteKey);
    if (row === undefined) rows.set(result.siteKey, { first: result, pages: [result] });
    else if (!row.pages.some(({ url }) => url === result.url)) row.pages.push(result);
  }
  return [...rows].map(([id, { first, pages }]) => ({
    id,
    displayHost: first.displayHost,
    first,
    pages,
    known: known.get(id),
  }));
}

/** Whether nothing is known that speaks against adding it now: no prospect, nothing of ours, nobody who must be left alone. */
export function isNewTo({ known }: FoundRow, clientId: string | undefined): boolean {
  if (known === undefined) return false;
  const { prospect, ownBrand, placements, conflict } = known;
  if (prospect !== null || ownBrand !== null || placements > 0) return false;
  if (conflict === null) return true;
  const isExcluded = conflict.exclusions.some((exclusion) => exclusion.clientId === clientId);
  return conflict.suppression === null && !isExcluded && conflict.touches.length === 0;
}
