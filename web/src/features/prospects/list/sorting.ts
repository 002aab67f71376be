import type { ProspectSearch } from '../prospect-search.js';

type Sorted = Pick<ProspectSearch, 'sort' | 'order' | 'metric'>;

/** What begins with its smallest: names. Figures and days begin with the largest, because those are looked for. */
const UPWARDS = ['site', 'status', 'owner'];

/** The way a column is sorted when it is chosen first. */
export function usualOrder(sort: string): 'asc' | 'desc' {
  return UPWARDS.includes(sort) ? 'asc' : 'desc';
}

function isBy(sorted: Sorted, by: Sorted): boolean {
  return sorted.sort === by.sort && (by.sort !== 'metric' || sorted.metric === by.metric);
}

/** How a column is sorted now; undefined when the list is sorted by another one. */
export function directionOf(sorted: Sorted, by: Sorted): 'ascending' | 'descending' | undefined {
  if (!isBy(sorted, by) || by.sort === undefined) return undefined;
  return (sorted.order ?? usualOrder(by.sort)) === 'asc' ? 'ascending' : 'descending';
}

/** What a click on a column's head asks for: its usual order, then the other way round, then the newest first again. */
export function nextSort(sorted: Sorted, by: Sorted): Sorted {
  const metric = by.sort === 'metric' ? by.metric : sorted.metric;
  if (!isBy(sorted, by) || by.sort === undefined) return { sort: by.sort, order: undefined, metric };
  if (sorted.order === undefined)
    return { sort: by.sort, order: usualOrder(by.sort) === 'asc' ? 'desc' : 'asc', metric };
  return { sort: undefined, order: undefined, metric };
}
