/** Something to be found on a page. */
export interface PlannedPlacement {
  readonly sourceUrl: string;
  readonly isAsked: boolean;
}

/** Placements that stand on one page: it is fetched once for all of them. */
export interface PlannedPage<Placement extends PlannedPlacement> {
  readonly url: string;
  readonly placements: readonly Placement[];
}

/** Groups due placements by page; a page somebody asked for comes first, the others keep the order they came in. */
export function planTurn<Placement extends PlannedPlacement>(
  placements: readonly Placement[],
): PlannedPage<Placement>[] {
  const pages = new Map<string, Placement[]>();
  for (const placement of placements) {
    const url = withoutFragment(placement.sourceUrl);
    pages.set(url, [...(pages.get(url) ?? []), placement]);
  }
  const planned = [...pages].map(([url, standing]) => ({ url, placements: standing }));
  const isAsked = (page: PlannedPage<Placement>) => page.placements.some((placement) => placement.isAsked);
  return [...planned.filter(isAsked), ...planned.filter((page) => !isAsked(page))];
}

function withoutFragment(url: string): string {
  return url.replace(/#.*$/s, '');
}
