import type { QueryClient } from '@tanstack/react-query';
import type { PlacementRow } from '../../api/placement-views.js';
import { type LoadedRows, withoutRows, withRow } from '../../ui/loaded-rows.js';
import { placementKeys } from './placements-api.js';

/** Shows a changed row in every list that holds it. */
export function patchRow(queries: QueryClient, row: PlacementRow): void {
  queries.setQueriesData<LoadedRows<PlacementRow>>(
    { queryKey: placementKeys.lists },
    (loaded) => loaded && withRow(loaded, row),
  );
}

/** Takes rows off every list at once, before the server has answered. */
export function dropRows(queries: QueryClient, ids: ReadonlySet<string>): void {
  queries.setQueriesData<LoadedRows<PlacementRow>>(
    { queryKey: placementKeys.lists },
    (loaded) => loaded && withoutRows(loaded, ids),
  );
}

/** Asks again for one placement, its history and the counts. */
export function refreshPlacement(queries: QueryClient, id: string): Promise<unknown> {
  return Promise.all([
    queries.invalidateQueries({ queryKey: placementKeys.one(id) }),
    queries.invalidateQueries({ queryKey: placementKeys.counts }),
  ]);
}

/** Loads every list afresh from its first page: after adding, importing or undoing, when rows come and go. */
export function refreshLists(queries: QueryClient): Promise<unknown> {
  return Promise.all([
    queries.resetQueries({ queryKey: placementKeys.lists }),
    queries.invalidateQueries({ queryKey: placementKeys.counts }),
  ]);
}
