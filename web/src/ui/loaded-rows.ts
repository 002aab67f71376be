import type { InfiniteData } from '@tanstack/react-query';
import type { Page } from '../api/placement-views.js';

export type LoadedRows<Row> = InfiniteData<Page<Row>, string | null>;

/** Puts the newer form of a row in its place; pages it does not stand on stay the same objects, so nothing redraws. */
export function withRow<Row extends { readonly id: string }>(
  loaded: LoadedRows<Row>,
  row: Row,
): LoadedRows<Row> {
  const pages = loaded.pages.map((page) => {
    if (!page.items.some((one) => one.id === row.id)) return page;
    return { ...page, items: page.items.map((one) => (one.id === row.id ? { ...one, ...row } : one)) };
  });
  return pages.every((page, index) => page === loaded.pages[index]) ? loaded : { ...loaded, pages };
}

/** Takes rows out of the loaded pages and out of the total. */
export function withoutRows<Row extends { readonly id: string }>(
  loaded: LoadedRows<Row>,
  ids: ReadonlySet<string>,
): LoadedRows<Row> {
  const gone = loaded.pages.flatMap((page) => page.items).filter((row) => ids.has(row.id)).length;
  if (gone === 0) return loaded;
  const pages = loaded.pages.map((page) => ({
    ...page,
    items: page.items.filter((row) => !ids.has(row.id)),
    total: page.totalIsExact ? page.total - gone : page.total,
  }));
  return { ...loaded, pages };
}
